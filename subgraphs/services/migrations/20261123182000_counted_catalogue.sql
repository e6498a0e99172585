-- Rules name services by their code; a changed catalogue is a change of what they count.
select atbalsts_counted_table('service_type', 'shared');

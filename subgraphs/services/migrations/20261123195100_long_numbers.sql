-- lpad() cuts what is longer: the millionth record would have had the number of the hundred thousandth.
create function number_of(prefix text, n bigint, digits int default 6) returns text language sql immutable strict parallel safe
  return prefix || lpad(n::text, greatest(digits, length(n::text)), '0');
comment on function number_of is 'A number of at least so many digits: G-000123, G-1000000.';
alter table social_case alter number set default number_of('G-', nextval('social_case_number'));
alter table service_request alter number set default number_of('PK-', nextval('service_request_number'));
alter table service_agreement alter number set default number_of('PL-', nextval('service_agreement_number'));
alter table assistant_contract alter number set default number_of('AL-', nextval('assistant_contract_number'));
alter table violence_report alter number set default number_of('V-', nextval('violence_report_number'));
alter table submission alter number set default number_of('I-', nextval('submission_number'));
alter table invoice alter number set default number_of('R-', nextval('invoice_number'), 7);

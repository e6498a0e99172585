-- A day centre records who came after a serious, prolonged illness: one kind more on the closed list.

alter table placement_activity
  drop constraint placement_activity_kind_check,
  add constraint placement_activity_kind_check check (
    kind in ('DISABILITY_GROUP_EXTENDED', 'MEDICATION_TREATMENT', 'ADDICTION_PROGRAMME', 'LONG_TERM_CARE_GRANTED', 'LONG_TERM_CARE_QUEUED',
             'AFTER_FIRE', 'AFTER_SERIOUS_ILLNESS', 'FROM_ANOTHER_COUNTRY', 'CHILD_STATE_REHABILITATION', 'ADULT_VICTIM_STATE_REHABILITATION',
             'PERPETRATOR_PROGRAMME', 'OWN_OR_CASUAL_WORK', 'HOSPITAL_WORKSHOPS', 'MOTIVATION_PROGRAMME', 'STUDIES', 'TEMPORARY_PUBLIC_WORK',
             'TRANSPORT', 'PSYCHOLOGICAL_SUPPORT', 'PHYSIOTHERAPIST', 'ENDED_AT_OWN_WISH'));

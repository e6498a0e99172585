-- How the average of three months becomes whole cents is named by the rule version of the day, as the rounding of other figures is.
alter table threshold_rule add column income_rounding text not null default 'HALF_UP' check (income_rounding in ('HALF_UP', 'UP', 'DOWN'));
comment on column threshold_rule.income_rounding is 'How the average monthly income is rounded to cents where it is measured by this threshold. HALF_UP is assumed: neither the law nor Cabinet Regulation 809 names one.';

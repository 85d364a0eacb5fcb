-- What people want to be spoken about when both teams meet. Without a name there is no moment
-- either, by which a name could be found.
create table insight_issue (
  id      bigserial primary key,
  month   date not null, -- its first day
  words   text not null,
  author  text,
  raised  date,
  settled text -- what was agreed, or null while it stands open
);
create index insight_issue_month on insight_issue (month, id);

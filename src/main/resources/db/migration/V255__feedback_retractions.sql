-- what was taken back is looked up by the key of the event it takes back
create index feedback_event_retracted on feedback_event ((payload ->> 'retracted'))
  where type = 'retraction';

-- What a token may be used for; null: everything its role allows, as before there were scopes.
alter table api_token add column scopes text[];

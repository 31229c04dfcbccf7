SELECT coalesce(json_agg(json_build_object(
         'id', c.id, 'displayId', c.display_id, 'status', c.status, 'openedAt', c.opened_at,
         'organisation', json_build_object('id', o.id, 'name', o.name),
         'referrals', (
           SELECT coalesce(json_agg(json_build_object('id', r.id, 'category', r.category, 'status', r.status)), '[]')
           FROM (SELECT id, category, status FROM za.referral WHERE case_id = c.id
                 ORDER BY requested_at DESC, id DESC LIMIT 3) r))), '[]')::text AS body
FROM (SELECT * FROM za."case" WHERE organisation_id = $1 ORDER BY opened_at DESC, id DESC LIMIT 50) c
JOIN za.organisation o ON o.id = c.organisation_id

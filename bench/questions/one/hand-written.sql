SELECT json_build_object(
         'id', c.id, 'displayId', c.display_id, 'status', c.status, 'workflowStage', c.workflow_stage,
         'riskLevel', c.risk_level, 'priority', c.priority, 'openedAt', c.opened_at,
         'survivor', (
           SELECT json_build_object('id', s.id, 'survivorCode', s.survivor_code, 'ageBand', s.age_band,
                    'genderIdentity', s.gender_identity,
                    'consents', (
                      SELECT coalesce(json_agg(json_build_object('id', n.id, 'purpose', n.purpose,
                               'decision', n.decision, 'scopes', n.scopes, 'takenAt', n.taken_at,
                               'validUntil', n.valid_until)), '[]')
                      FROM (SELECT * FROM za.consent WHERE survivor_id = s.id
                            ORDER BY taken_at DESC, id DESC LIMIT 20) n))
           FROM za.survivor s WHERE s.id = c.survivor_id),
         'incidents', (
           SELECT coalesce(json_agg(json_build_object('id', i.id, 'gbvimsType', i.gbvims_type,
                    'violationTypes', i.violation_types, 'occurredMonth', i.occurred_month,
                    'allegedPerpetrators', (
                      SELECT coalesce(json_agg(json_build_object('id', p.id, 'category', p.category,
                               'relationship', p.relationship, 'uniformed', p.uniformed)), '[]')
                      FROM (SELECT * FROM za.alleged_perpetrator WHERE incident_id = i.id
                            ORDER BY created_at DESC, id DESC LIMIT 20) p))), '[]')
           FROM (SELECT * FROM za.incident WHERE case_id = c.id ORDER BY reported_at DESC, id DESC LIMIT 20) i),
         'referrals', (
           SELECT coalesce(json_agg(json_build_object('id', r.id, 'category', r.category, 'urgency', r.urgency,
                    'status', r.status, 'requestedAt', r.requested_at, 'outcome', r.outcome)), '[]')
           FROM (SELECT * FROM za.referral WHERE case_id = c.id ORDER BY requested_at DESC, id DESC LIMIT 20) r)
       )::text AS body
FROM za."case" c WHERE c.id = $1

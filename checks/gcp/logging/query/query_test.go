package query

import "testing"

var entry = map[string]any{
	"logName": "projects/p/logs/cloudaudit.googleapis.com%2Factivity", "severity": "NOTICE", "insertId": "x",
	"resource": map[string]any{"type": "gce_firewall_rule", "labels": map[string]any{"project_id": "p", "a.b": "c"}},
	"protoPayload": map[string]any{
		"methodName": "v1.compute.firewalls.insert", "number": 5.0, "flag": true, "object": map[string]any{"key": "Value"},
		"deltas": []any{map[string]any{"action": "ADD", "role": "roles/viewer"}, map[string]any{"action": "REMOVE", "role": "roles/owner"}},
	},
}

func TestMatches(t *testing.T) {
	for text, want := range map[string]Truth{
		``:                    Yes,
		"  -- nothing\n":      Yes,
		`severity>=NOTICE`:    Yes,
		`severity >= 300`:     Yes,
		`severity>ERROR`:      No,
		`severity=300`:        Yes,
		`severity!=300`:       No,
		`severity = "notice"`: Yes,
		`resource.type="GCE_firewall_rule" AND protoPayload.methodName:"compute.firewalls.insert"`: Yes,
		"resource.type = gce_firewall_rule\nprotoPayload.methodName =~ \"^v\\\\d\\.compute\"":      Yes,
		`resource.type="gce_route" OR resource.type="gce_firewall_rule"`:                           Yes,
		`NOT resource.type="gce_firewall_rule"`:                                                    No,
		`-resource.type="gce_route"`:                                                               Yes,
		`resource.type!="gce_route"`:                                                               Yes,
		`protoPayload.methodName!~"delete"`:                                                        Yes,
		`protoPayload.methodName="compute.firewalls.insert"`:                                       No,
		`protoPayload.methodName:("routes.insert" OR "firewalls.insert")`:                          Yes,
		`protoPayload.methodName:(routes OR NOT insert)`:                                           No,
		`protoPayload.methodName:(compute AND insert)`:                                             Yes,
		`severity=ERROR OR severity=NOTICE AND resource.type=gce_route`:                            No, // OR binds closer
		`severity=NOTICE OR severity=ERROR AND resource.type=gce_route`:                            No,
		`(severity=ERROR AND resource.type=gce_route) OR severity=NOTICE`:                          Yes,
		`protoPayload.deltas.role="roles/owner"`:                                                   Yes,
		`protoPayload.deltas:*`:                                                                    Yes,
		`protoPayload.deltas.action="ADD" AND protoPayload.deltas.role="roles/owner"`:              Yes,
		`protoPayload.number>4 protoPayload.number<=5 protoPayload.number=5`:                       Yes,
		`protoPayload.number>-1`:                                                                   Yes,
		`protoPayload.flag=true`:                                                                   Yes,
		`protoPayload.object:value`:                                                                Yes,
		`protoPayload.object:other`:                                                                Maybe,
		`resource.labels."a.b"="c"`:                                                                Yes,
		`firewalls`:                                                                                Yes,
		`"nowhere to be seen"`:                                                                     No,
		`protoPayload.serviceData.policyDelta.x:*`:                                                 No,
		`protoPayload.authenticationInfo.principalEmail="ada@example.com"`:                         Maybe,
		`NOT protoPayload.authenticationInfo.principalEmail:"gserviceaccount"`:                     Maybe,
		`protoPayload.request.x!=1`:                                                                Maybe,
		`jsonPayload.message:"x"`:                                                                  No,
		`textPayload:*`:                                                                            No,
		`httpRequest.status>=500`:                                                                  No,
		`log_id("cloudaudit.googleapis.com/activity")`:                                             Yes,
		`LOG_ID("cloudaudit.googleapis.com/data_access") OR severity=ERROR`:                        No,
		`sample(insertId, 0.25)`:                                                                   Maybe,
		`ip_in_net(protoPayload.requestMetadata.callerIp, "10.0.0.0/8") AND severity=ERROR`:        No,
		`cast(protoPayload.number, INT64)>3`:                                                       Maybe,
		`timestamp>="2026-01-01T00:00:00Z"`:                                                        Maybe,
		`protoPayload.methodName=~"("`:                                                             Maybe,
	} {
		q, err := Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := q.Matches(entry); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, text := range []string{`(`, `)`, `a=`, `a="`, `=a`, `a AND`, `f(`, `a=(b`, `a OR OR=`, `NOT`, `,`, `a=(`} {
		if q, err := Parse(text); err == nil {
			t.Errorf("%q is read as %#v", text, q)
		}
	}
}

func TestEverything(t *testing.T) {
	for text, want := range map[string]bool{
		``: true, `logName:*`: true, `severity>=DEFAULT`: true, `severity>=DEBUG`: false, `logName:* AND severity>=ERROR`: false,
		`severity>=ERROR OR timestamp:*`: true, `NOT severity>=ERROR`: false, `"text"`: false, `logName:"x"`: false,
	} {
		if q, err := Parse(text); err != nil || q.Everything() != want {
			t.Errorf("%q: %v, %v", text, q, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`resource.type="a" AND NOT (b:(c OR "d") OR -e=~"f") log_id("x")`)
	f.Fuzz(func(t *testing.T, text string) {
		if q, err := Parse(text); err == nil {
			q.Matches(entry)
			q.Everything()
		}
	})
}

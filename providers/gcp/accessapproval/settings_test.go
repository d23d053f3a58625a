package accessapproval

import (
	"testing"

	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func TestSettings(t *testing.T) {
	const address = "https://accessapproval.googleapis.com/v1/projects/" + gcptest.Number + "/accessApprovalSettings"
	for name, tc := range map[string]struct {
		data     string
		enrolled bool
		approval Approval
		reason   inventory.Reason
		hidden   bool
	}{
		"enrolled":           {data: `{"get":{"` + address + `":{"enrolledServices":[{"cloudProduct":"all","enrollmentLevel":"BLOCK_ALL"}]}}}`, enrolled: true, approval: Required},
		"enrolled above":     {data: `{"get":{"` + address + `":{"enrolledAncestor":true,"effectiveApprovalPolicy":{"justificationBasedApprovalPolicy":"` + string(AuditOnly) + `"}}}}`, enrolled: true, approval: AuditOnly},
		"an unheard-of mode": {data: `{"get":{"` + address + `":{"enrolledAncestor":true,"effectiveApprovalPolicy":{"justificationBasedApprovalPolicy":"NEW"}}}}`, enrolled: true},
		"settings and none":  {data: `{"get":{"` + address + `":{"notificationEmails":["a@example.com"]}}}`, approval: Required},
		"never enrolled":     {data: `{}`, approval: Required},
		"the API is off":     {data: `{"refused":{"` + address + `":"403 SERVICE_DISABLED"}}`, hidden: true, reason: inventory.Disabled},
		"refused":            {data: `{"refused":{"` + address + `":"403 IAM_PERMISSION_DENIED"}}`, hidden: true, reason: inventory.Denied},
	} {
		t.Run(name, func(t *testing.T) {
			var gaps inventory.Gaps
			row, _ := Projects.The(gcptest.Collect(t, tc.data, Projects, ProjectSettings), "").Get(&gaps)
			s, ok := row.Settings.Get(&gaps)
			if ok == tc.hidden || s.Enrolled != tc.enrolled {
				t.Fatalf("%+v, %v", s, gaps)
			}
			if tc.hidden {
				if gaps[0].Reason != tc.reason || gaps[0].Action != "accessapproval.settings.get" {
					t.Errorf("%+v", gaps)
				}
				return
			}
			if mode, ok := s.Approval.Peek(); mode != tc.approval || ok != (mode != "") {
				t.Errorf("%s", mode)
			}
		})
	}
}

package guardduty

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/guardduty"
	"demarc/providers/inventory"
)

func TestProtections(t *testing.T) {
	for c, what := range map[*checks.Check][2]string{
		S3Protection:         {"S3_DATA_EVENTS"},
		EKSAuditLogs:         {"EKS_AUDIT_LOGS"},
		LambdaProtection:     {"LAMBDA_NETWORK_LOGS"},
		EC2MalwareProtection: {"EBS_MALWARE_PROTECTION"},
		RDSProtection:        {"RDS_LOGIN_EVENTS"},
		RuntimeMonitoring:    {"RUNTIME_MONITORING"},
		EKSRuntime:           {"RUNTIME_MONITORING", "EKS_ADDON_MANAGEMENT"},
		ECSRuntimeAgent:      {"RUNTIME_MONITORING", "ECS_FARGATE_AGENT_MANAGEMENT"},
		EC2RuntimeAgent:      {"RUNTIME_MONITORING", "EC2_AGENT_MANAGEMENT"},
	} {
		t.Run(c.ID, func(t *testing.T) {
			feature := func(on, part bool) *inventory.Inventory {
				return in(detector(with(map[string]guardduty.Feature{what[0]: {Enabled: on, Parts: map[string]bool{what[1]: part}}})))
			}
			cases := []checktest.Case{
				{Name: "on", Have: feature(true, true), Want: pass},
				{Name: "off", Have: feature(false, false), Want: fail},
				{Name: "not offered", Have: in(detector(with(map[string]guardduty.Feature{"DNS_LOGS": {Enabled: true}}))), Want: skipped},
				{Name: "GuardDuty is off", Have: in(), Want: fail},
				{Name: "GuardDuty is suspended", Have: in(detector(inventory.Of(guardduty.Settings{Features: map[string]guardduty.Feature{what[0]: {Enabled: true}}}))), Want: fail},
				{Name: "hidden", Have: in(detector(inventory.Missing[guardduty.Settings](checktest.Dark))), Want: unknown},
			}
			if what[1] != "" {
				cases = append(cases,
					checktest.Case{Name: "without its agents", Have: feature(true, false), Want: fail},
					checktest.Case{Name: "agents without the plan", Have: feature(false, true), Want: fail})
			}
			checktest.Run(t, c, cases)
		})
	}
}

// The older plan for EKS alone does for EKS, and for nothing else.
func TestOlderPlan(t *testing.T) {
	inv := in(detector(with(map[string]guardduty.Feature{
		"RUNTIME_MONITORING":     {Parts: map[string]bool{"EKS_ADDON_MANAGEMENT": false, "EC2_AGENT_MANAGEMENT": false}},
		"EKS_RUNTIME_MONITORING": {Enabled: true, Parts: map[string]bool{"EKS_ADDON_MANAGEMENT": true}},
	})))
	for c, want := range map[*checks.Check]checks.Verdict{EKSRuntime: checks.Pass, RuntimeMonitoring: checks.Fail, EC2RuntimeAgent: checks.Fail} {
		checks.Evaluate(c, inv, nil, func(r checks.Result) {
			if r.Verdict != want {
				t.Errorf("%s: %s, want %s", c.ID, r.Verdict, want)
			}
		})
	}
}

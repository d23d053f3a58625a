package loadbalancing

import (
	"demarc/checks"
	"demarc/providers/gcp/loadbalancing"
	"demarc/providers/inventory"
)

// BackendCloudArmor asks for a web application firewall.
var BackendCloudArmor = &checks.Check{
	ID:       "gcp-loadbalancing-backend-cloud-armor",
	Title:    "External Application Load Balancers have a security policy of Cloud Armor",
	Why:      "Cloud Armor turns away floods, known attackers and common attacks on web applications before they reach the machines.",
	Severity: checks.Low,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "Network Security > Cloud Armor policies > the policy > Targets > Apply policy to new target: the backend service.",
		CLI:       "gcloud compute backend-services update <service> --global --security-policy=<policy>",
		Terraform: "resource \"google_compute_backend_service\" \"example\" {\n  name            = \"example\"\n  security_policy = google_compute_security_policy.example.id\n}",
	},
	Link:  "https://cloud.google.com/armor/docs/security-policy-overview",
	Needs: []inventory.Source{loadbalancing.BackendServices},
	Run: checks.Each(loadbalancing.BackendServices, func(p *checks.Probe, b *loadbalancing.BackendService) {
		if !application(p, b, false) {
			return
		}
		if policy, ok := b.Policy.Get(p); ok && policy == "" {
			p.Evidence("securityPolicy", "")
			p.Failf("no security policy stands before the backend service")
		}
	}),
}

package loadbalancing

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/loadbalancing"
	"demarc/providers/inventory"
)

// BackendLogging asks that requests are on record.
var BackendLogging = &checks.Check{
	ID:       "gcp-loadbalancing-backend-logging",
	Title:    "Application Load Balancers log their requests",
	Why:      "The load balancer sees who asked for what, and what was refused; without the log an attack on the application leaves no trace.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Network services > Load balancing > the load balancer > Edit > Backend configuration > the backend service > Edit > Logging: Enable logging.",
		CLI:       "gcloud compute backend-services update <service> --global --enable-logging --logging-sample-rate=1",
		Terraform: "resource \"google_compute_backend_service\" \"example\" {\n  name = \"example\"\n  log_config {\n    enable      = true\n    sample_rate = 1.0\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.17"}},
	Aliases:  []string{"prowler:compute_loadbalancer_logging_enabled"},
	Link:     "https://cloud.google.com/load-balancing/docs/https/https-logging-monitoring",
	Needs:    []inventory.Source{loadbalancing.BackendServices},
	Run: checks.Each(loadbalancing.BackendServices, func(p *checks.Probe, b *loadbalancing.BackendService) {
		if !application(p, b, true) {
			return
		}
		on, known := b.Logging.Get(p)
		rate, ok := b.SampleRate.Get(p)
		switch {
		case known && !on:
			p.Evidence("logging", false)
			p.Failf("requests are not logged")
		case known && ok && rate == 0:
			p.Evidence("sampleRate", rate)
			p.Failf("logging is on for none of the requests")
		}
	}),
}

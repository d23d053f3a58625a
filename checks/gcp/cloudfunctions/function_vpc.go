package cloudfunctions

import (
	"demarc/checks"
	"demarc/providers/gcp/cloudfunctions"
	"demarc/providers/inventory"
)

// FunctionVPC asks that a function sends by a network of the customer's.
var FunctionVPC = &checks.Check{
	ID:       "gcp-cloudfunctions-function-vpc",
	Title:    "Functions are connected to a VPC network",
	Why:      "Without a network, databases have to be opened to the internet for the function, and no firewall rule sees what it sends.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Cloud Run functions > the function > Edit > Connections > Egress settings: Network: a Serverless VPC Access connector.",
		CLI:       "gcloud functions deploy <function> --region=<region> --vpc-connector=<connector> --egress-settings=all",
		Terraform: "resource \"google_cloudfunctions2_function\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n\n  service_config {\n    vpc_connector                 = google_vpc_access_connector.example.id\n    vpc_connector_egress_settings = \"ALL_TRAFFIC\"\n  }\n}",
	},
	Aliases: []string{"prowler:cloudfunction_function_inside_vpc"},
	Link:    "https://cloud.google.com/functions/docs/networking/connecting-vpc",
	Needs:   []inventory.Source{cloudfunctions.Functions},
	Run: each(func(p *checks.Probe, f *cloudfunctions.Function) {
		if on, ok := f.Connected.Get(p); ok && !on {
			p.Evidence("vpcConnector", "")
			p.Failf("the function is connected to no network")
		}
	}),
}

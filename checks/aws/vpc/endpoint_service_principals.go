package vpc

import (
	"slices"

	"demarc/checks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// EndpointServicePrincipals asks that a private service be offered to somebody.
var EndpointServicePrincipals = &checks.Check{
	ID:       "aws-vpc-endpoint-service-principals",
	Title:    "Endpoint services are offered to named principals",
	Why:      "A service that is offered to everybody can be asked for by every AWS account that learns its name, and without acceptance is joined to that account's network at once.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Endpoint services > the service > Allow principals: remove *, and add the accounts that need it; Actions > Modify endpoint acceptance setting.",
		CLI:       "aws ec2 modify-vpc-endpoint-service-permissions --service-id <service-id> --remove-allowed-principals '*'",
		Terraform: "resource \"aws_vpc_endpoint_service\" \"example\" {\n  acceptance_required        = true\n  allowed_principals         = [\"arn:aws:iam::111122223333:root\"]\n  network_load_balancer_arns = [aws_lb.example.arn]\n}",
	},
	Aliases: []string{"prowler:vpc_endpoint_services_allowed_principals_trust_boundaries"},
	Link:    "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
	Needs:   []inventory.Source{vpc.EndpointServicePrincipals},
	Run: checks.Each(vpc.EndpointServices, func(p *checks.Probe, s *vpc.EndpointService) {
		if s.State == "deleting" || s.State == "deleted" {
			p.Skipf("the service is being deleted")
			return
		}
		all, ok := s.Principals.Get(p)
		if !ok || !slices.Contains(all, "*") {
			return
		}
		p.Evidence("allowedPrincipals", all)
		if asked, ok := s.AcceptanceRequired.Peek(); ok && asked {
			p.Rank(checks.Medium)
			p.Failf("is offered to every AWS account; each connection has still to be accepted")
			return
		}
		p.Failf("is offered to every AWS account")
	}),
}

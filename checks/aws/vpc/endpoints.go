package vpc

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// The checks of this file ask one question of one service each: whether what
// runs in a VPC has a private way to the service's API.

// EndpointEC2 asks for a private way to EC2's API.
var EndpointEC2 = &checks.Check{
	ID:       "aws-ec2-endpoint-ec2",
	Title:    "VPCs in which something runs have an interface endpoint for the EC2 API",
	Why:      endpointWhy,
	Severity: checks.Medium, Area: checks.Network,
	Fix:      endpointFix("ec2"),
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"6.8"}, frameworks.FSBP: {"EC2.10"}},
	Aliases:  []string{"prowler:vpc_endpoint_for_ec2_enabled", "securityhub:EC2.10"},
	Link:     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/interface-vpc-endpoints.html",
	Needs:    endpointNeeds, Run: endpoint("ec2"),
}

// EndpointECRAPI asks for a private way to ECR's API.
var EndpointECRAPI = &checks.Check{
	ID:       "aws-ec2-endpoint-ecr-api",
	Title:    "VPCs in which something runs have an interface endpoint for the ECR API",
	Why:      endpointWhy,
	Severity: checks.Low, Area: checks.Network,
	Fix:      endpointFix("ecr.api"),
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.55"}},
	Aliases:  []string{"securityhub:EC2.55"},
	Link:     "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
	Needs:    endpointNeeds, Run: endpoint("ecr.api"),
}

// EndpointECRDocker asks for a private way to ECR's registry.
var EndpointECRDocker = &checks.Check{
	ID:       "aws-ec2-endpoint-ecr-docker",
	Title:    "VPCs in which something runs have an interface endpoint for the ECR registry",
	Why:      endpointWhy,
	Severity: checks.Low, Area: checks.Network,
	Fix:      endpointFix("ecr.dkr"),
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.56"}},
	Aliases:  []string{"securityhub:EC2.56"},
	Link:     "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
	Needs:    endpointNeeds, Run: endpoint("ecr.dkr"),
}

// EndpointSSM asks for a private way to Systems Manager.
var EndpointSSM = &checks.Check{
	ID:       "aws-ec2-endpoint-ssm",
	Title:    "VPCs in which something runs have an interface endpoint for Systems Manager",
	Why:      endpointWhy,
	Severity: checks.Low, Area: checks.Network,
	Fix:      endpointFix("ssm"),
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.57"}},
	Aliases:  []string{"securityhub:EC2.57"},
	Link:     "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
	Needs:    endpointNeeds, Run: endpoint("ssm"),
}

// EndpointSSMContacts asks for a private way to Incident Manager's contacts.
var EndpointSSMContacts = &checks.Check{
	ID:       "aws-ec2-endpoint-ssm-contacts",
	Title:    "VPCs in which something runs have an interface endpoint for Incident Manager contacts",
	Why:      endpointWhy,
	Severity: checks.Low, Area: checks.Network,
	Fix:      endpointFix("ssm-contacts"),
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.58"}},
	Aliases:  []string{"securityhub:EC2.58"},
	Link:     "https://docs.aws.amazon.com/incident-manager/latest/userguide/vpc-interface-endpoints.html",
	Needs:    endpointNeeds, Run: endpoint("ssm-contacts"),
}

// EndpointSSMIncidents asks for a private way to Incident Manager.
var EndpointSSMIncidents = &checks.Check{
	ID:       "aws-ec2-endpoint-ssm-incidents",
	Title:    "VPCs in which something runs have an interface endpoint for Incident Manager",
	Why:      endpointWhy,
	Severity: checks.Low, Area: checks.Network,
	Fix:      endpointFix("ssm-incidents"),
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.60"}},
	Aliases:  []string{"securityhub:EC2.60"},
	Link:     "https://docs.aws.amazon.com/incident-manager/latest/userguide/vpc-interface-endpoints.html",
	Needs:    endpointNeeds, Run: endpoint("ssm-incidents"),
}

const endpointWhy = "Calls to the service's API leave the VPC through a gateway to the internet where there is no endpoint. " +
	"An interface endpoint keeps them on AWS's network, lets machines do without a way out, and takes a policy that says what may be called. " +
	"Where the endpoints are kept in one VPC for many, suppress this for the others."

var endpointNeeds = []inventory.Source{vpc.VPCs, vpc.Endpoints, vpc.NetworkInterfaces}

func endpointFix(service string) checks.Fix {
	return checks.Fix{
		Console:   "VPC > Endpoints > Create endpoint: the AWS service com.amazonaws.<region>." + service + ", the VPC, a subnet in each zone, a security group that admits HTTPS.",
		CLI:       "aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id <vpc-id> --service-name com.amazonaws.<region>." + service + " --subnet-ids <subnet-id> --security-group-ids <group-id>",
		Terraform: "resource \"aws_vpc_endpoint\" \"example\" {\n  vpc_endpoint_type   = \"Interface\"\n  vpc_id              = aws_vpc.example.id\n  service_name        = \"com.amazonaws.${var.region}." + service + "\"\n  subnet_ids          = [aws_subnet.example.id]\n  security_group_ids  = [aws_security_group.example.id]\n  private_dns_enabled = true\n}",
	}
}

// endpoint asks each VPC in which something runs for an interface endpoint.
func endpoint(service string) checks.Run {
	return checks.Each(vpc.VPCs, func(p *checks.Probe, v *vpc.VPC) {
		if v.State == "deleting" {
			p.Skipf("the VPC is being deleted")
			return
		}
		var hidden inventory.Gaps
		for _, e := range vpc.EndpointsOfVPC.Get(p.Inv, &hidden, v.Region, v.ID) {
			if !leadsTo(e, v.Region, service) {
				continue
			}
			if state, ok := e.State.Get(&hidden); ok && state == "available" {
				return
			}
		}
		runs := false
		var unlisted inventory.Gaps
		for _, n := range vpc.InterfacesOfVPC.Get(p.Inv, &unlisted, v.Region, v.ID) {
			runs = runs || !n.Plumbing()
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		if runs {
			p.Evidence("service", service)
			p.Absentf("has no available interface endpoint for %s", service)
			return
		}
		for _, g := range unlisted {
			p.Missed(g)
		}
		p.Skipf("nothing runs in the VPC, and it has no endpoint for %s", service)
	})
}

// leadsTo reports whether an endpoint is an interface endpoint to an AWS
// service in the region, its FIPS variant included.
func leadsTo(e *vpc.Endpoint, region, service string) bool {
	_, name, ok := strings.Cut(e.ServiceName, "com.amazonaws."+region+".")
	return ok && e.Type == "Interface" && strings.ReplaceAll(name, "-fips", "") == service
}

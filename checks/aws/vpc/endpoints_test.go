package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestEndpoints(t *testing.T) {
	for _, c := range []struct {
		check   *checks.Check
		service string
	}{
		{EndpointEC2, "ec2"}, {EndpointECRAPI, "ecr.api"}, {EndpointECRDocker, "ecr.dkr"}, {EndpointSSM, "ssm"},
		{EndpointSSMContacts, "ssm-contacts"}, {EndpointSSMIncidents, "ssm-incidents"},
	} {
		t.Run(c.service, func(t *testing.T) { checktest.Run(t, c.check, endpointCases(c.service)) })
	}
}

func endpointCases(service string) []checktest.Case {
	name := "com.amazonaws.us-east-1." + service
	to := func(name, kind, state string) *vpc.Endpoint {
		return &vpc.Endpoint{Resource: res("vpce-" + name), VPCID: "vpc-1", ServiceName: name, Type: kind, State: inventory.Of(state)}
	}
	have := func(kind string, endpoints ...*vpc.Endpoint) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.VPCs, &vpc.VPC{Resource: res("vpc-1"), State: "available"}), inventory.Rows(vpc.Endpoints, endpoints...),
			inventory.Rows(vpc.NetworkInterfaces, &vpc.NetworkInterface{Resource: res("eni-1"), VPCID: "vpc-1", Type: kind}))
	}
	fail, pass := []checks.Verdict{checks.Fail}, []checks.Verdict{checks.Pass}
	dark := to(name, "Interface", "")
	dark.State = inventory.Missing[string](checktest.Dark)
	return []checktest.Case{
		{Name: "there", Have: have("interface", to(name, "Interface", "available")), Want: pass},
		{Name: "FIPS", Have: have("interface", to("com.amazonaws.us-east-1."+service+"-fips", "Interface", "available")), Want: pass},
		{Name: "not there", Have: have("interface", to("com.amazonaws.us-east-1.sqs", "Interface", "available")), Want: fail},
		{Name: "of another region", Have: have("interface", to("com.amazonaws.eu-west-1."+service, "Interface", "available")), Want: fail},
		{Name: "refused", Have: have("interface", to(name, "Interface", "rejected")), Want: fail},
		{Name: "a gateway", Have: have("interface", to(name, "Gateway", "available")), Want: fail},
		{Name: "nothing runs", Have: have("natGateway"), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "state hidden", Have: have("interface", dark), Want: []checks.Verdict{checks.Unknown}},
	}
}

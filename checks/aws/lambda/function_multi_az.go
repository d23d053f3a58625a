package lambda

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

var minZones = &checks.Param{Name: "availabilityZones", Default: 2, Unit: "zones", Source: "AWS Security Hub, Lambda.5"}

// FunctionMultiAZ asks that functions in a VPC survive the loss of a zone.
var FunctionMultiAZ = &checks.Check{
	ID:       "aws-lambda-function-multi-az",
	Title:    "Lambda functions in a VPC run in several Availability Zones",
	Why:      "A function whose subnets lie in one zone cannot be invoked while that zone is out of order.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Lambda > Functions > the function > Configuration > VPC > Edit > Subnets: add one in another zone.",
		CLI:       "aws lambda update-function-configuration --function-name <function> --vpc-config SubnetIds=<subnet-1>,<subnet-2>,SecurityGroupIds=<group>",
		Terraform: "resource \"aws_lambda_function\" \"example\" {\n  vpc_config {\n    subnet_ids         = [aws_subnet.a.id, aws_subnet.b.id]\n    security_group_ids = [aws_security_group.example.id]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Lambda.5"}},
	Aliases:  []string{"prowler:awslambda_function_vpc_multi_az", "securityhub:Lambda.5"},
	Link:     "https://docs.aws.amazon.com/lambda/latest/dg/security-resilience.html",
	Params:   []*checks.Param{minZones},
	Needs:    []inventory.Source{lambda.Functions, lambda.FunctionZones},
	Run: checks.Each(lambda.Functions, func(p *checks.Probe, f *lambda.Function) {
		subnets, ok := f.Subnets.Get(p)
		switch {
		case !ok:
			return
		case len(subnets) == 0:
			p.Skipf("the function is in no VPC of the customer's")
			return
		case len(subnets) < p.Int(minZones): // a subnet lies in one zone
			p.Evidence("subnets", len(subnets))
			p.Failf("%d subnets cannot lie in %d zones", len(subnets), p.Int(minZones))
			return
		}
		if zones, ok := f.Zones.Get(p); ok && len(zones) < p.Int(minZones) {
			p.Evidence("availabilityZones", zones)
			p.Failf("the subnets lie in %d zone(s), not in %d", len(zones), p.Int(minZones))
		}
	}),
}

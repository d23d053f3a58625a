package lambda

import (
	"strings"
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

// runtimes is when Lambda's runtimes are deprecated: "identifier=date". One
// that is not in it cannot be judged.
var runtimes = &checks.Param{
	Name: "runtimes",
	Default: []string{
		"nodejs=2016-10-31", "nodejs4.3=2020-03-05", "nodejs4.3-edge=2020-03-05", "nodejs6.10=2019-08-12",
		"nodejs8.10=2020-03-06", "nodejs10.x=2021-07-30", "nodejs12.x=2023-03-31", "nodejs14.x=2023-12-04",
		"nodejs16.x=2024-06-12", "nodejs18.x=2025-09-01", "nodejs20.x=2026-04-30", "nodejs22.x=2027-04-30",
		"nodejs24.x=2028-04-30",
		"python2.7=2021-07-15", "python3.6=2022-07-18", "python3.7=2023-12-04", "python3.8=2024-10-14",
		"python3.9=2025-12-15", "python3.10=2026-10-31", "python3.11=2027-06-30", "python3.12=2028-10-31",
		"python3.13=2029-06-30", "python3.14=2029-06-30",
		"ruby2.5=2021-07-30", "ruby2.7=2023-12-07", "ruby3.2=2026-03-31", "ruby3.3=2027-03-31",
		"ruby3.4=2028-03-31", "ruby4.0=2029-03-31",
		"java8=2024-01-08", "java8.al2=2027-06-30", "java11=2027-06-30", "java17=2027-06-30",
		"java8.al2023=2029-06-30", "java11.al2023=2029-06-30", "java17.al2023=2029-06-30",
		"java21=2029-06-30", "java25=2029-06-30",
		"dotnetcore1.0=2019-06-27", "dotnetcore2.0=2019-05-30", "dotnetcore2.1=2022-01-05",
		"dotnetcore3.1=2023-04-03", "dotnet6=2024-12-20", "dotnet8=2026-11-10", "dotnet10=2028-11-14",
		"go1.x=2024-01-08", "provided=2024-01-08", "provided.al2=2026-07-31", "provided.al2023=2029-06-30",
	},
	Source: "AWS Lambda Developer Guide, \"Lambda runtimes\", deprecation dates as of July 2026",
}

// FunctionRuntime asks that the runtimes that AWS patches be ones that it
// still does patch.
var FunctionRuntime = &checks.Check{
	ID:       "aws-lambda-function-runtime",
	Title:    "Lambda functions use runtimes that AWS still supports",
	Why:      "A deprecated runtime gets no more security patches, and in time the function can no longer be updated.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Lambda > Functions > the function > Code > Runtime settings > Edit: choose a supported runtime, once the code has been tested with it.",
		CLI:       "aws lambda update-function-configuration --function-name <function> --runtime <runtime>",
		Terraform: "resource \"aws_lambda_function\" \"example\" {\n  runtime = \"python3.14\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Lambda.2"}},
	Aliases:  []string{"prowler:awslambda_function_using_supported_runtimes", "securityhub:Lambda.2"},
	Link:     "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html",
	Params:   []*checks.Param{runtimes},
	Needs:    []inventory.Source{lambda.Functions},
	Run: checks.Each(lambda.Functions, func(p *checks.Probe, f *lambda.Function) {
		kind, ok := f.PackageType.Get(p)
		switch {
		case !ok:
			return
		case kind == "Image":
			p.Skipf("the function is a container image, whose runtime the customer builds")
			return
		}
		runtime, ok := f.Runtime.Get(p)
		if !ok {
			return
		}
		end, ok := deprecation(runtime, p.Strings(runtimes))
		switch {
		case !ok:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the parameter runtimes, which has no date for " + runtime})
		case p.Inv.Now.After(end):
			p.Evidence("runtime", runtime)
			p.Evidence("deprecated", end.Format(time.DateOnly))
			p.Failf("the runtime %s is deprecated since %s", runtime, end.Format(time.DateOnly))
		}
	}),
}

// deprecation finds the date for a runtime in a list of "identifier=date".
func deprecation(runtime string, dates []string) (time.Time, bool) {
	for _, d := range dates {
		if id, date, _ := strings.Cut(d, "="); id == runtime {
			end, err := time.Parse(time.DateOnly, date)
			return end, err == nil
		}
	}
	return time.Time{}, false
}

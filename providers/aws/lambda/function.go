// Package lambda collects AWS Lambda functions, their URLs and their aliases.
package lambda

import (
	"context"
	"fmt"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"

	"demarc/providers/aws"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// A Function is a function as it is now, its published versions not included.
type Function struct {
	inventory.Resource
	PackageType inventory.Known[string]       // Zip, Image
	Runtime     inventory.Known[string]       // "nodejs22.x"; empty for images
	Subnets     inventory.Known[[]string]     // none where the function is in no VPC of the customer's
	Environment inventory.Known[Environment]  // what may be told of its variables
	KMSKey      inventory.Known[string]       // the ARN; empty for the key that AWS manages
	Policy      inventory.Known[trust.Policy] `fetch:"-"`
	URLs        inventory.Known[[]URL]        `fetch:"-"`
	Zones       inventory.Known[[]string]     `fetch:"-"` // the Availability Zones of Subnets
}

// An Environment says what checks need to know of a function's environment
// variables. No value is kept, nor any name but those of Suspects.
type Environment struct {
	Variables int      // how many there are
	Suspects  []string // the names of those whose values look like secrets, sorted
}

// A URL is an HTTPS endpoint of the function, or of one of its aliases.
type URL struct {
	Qualifier string   // the alias; empty for the function itself
	AuthType  string   // AWS_IAM, NONE
	Origins   []string // that browsers may call it from: CORS
}

// Functions lists the functions of a region.
var Functions = &inventory.Type[Function]{
	Kind:     "aws.lambda.Function",
	Level:    inventory.AtRegion,
	Model:    inventory.Serverless,
	Workload: true,
	Actions:  []string{"lambda:ListFunctions"},
	Tags:     aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Function, error] {
		pages := aws.Pages(ctx, client(s).ListFunctions, &lambda.ListFunctionsInput{},
			func(out *lambda.ListFunctionsOutput) *string { return out.NextMarker },
			func(in *lambda.ListFunctionsInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *lambda.ListFunctionsOutput) (rows []*Function) {
			for _, f := range out.Functions {
				rows = append(rows, function(s, f))
			}
			return rows
		})
	},
}

const listFunctions = "Lambda ListFunctions"

func function(s inventory.Scope, f types.FunctionConfiguration) *Function {
	row := &Function{
		Resource:    aws.Resource(s, *f.FunctionArn, *f.FunctionName),
		Environment: environment(f.Environment),
		// "To use a customer managed key, specify its ARN": without one it is
		// the key that AWS manages (API reference, FunctionConfiguration).
		KMSKey: inventory.FromPtr(f.KMSKeyArn, inventory.Of("")),
		// A function runs in a VPC of Lambda's own unless it is connected to
		// one of the customer's (Lambda Developer Guide, "VPC").
		Subnets: inventory.Of[[]string](nil),
	}
	if v := f.VpcConfig; v != nil {
		row.Subnets = inventory.Of(v.SubnetIds)
		if len(v.SubnetIds) == 0 && aws.Deref(v.VpcId) != "" {
			row.Subnets = inventory.Unanswered[[]string](listFunctions, "VpcConfig.SubnetIds")
		}
	}
	row.PackageType = inventory.Of(string(f.PackageType))
	if f.PackageType == "" {
		row.PackageType = inventory.Unanswered[string](listFunctions, "PackageType")
	}
	row.Runtime = inventory.Of(string(f.Runtime))
	if f.Runtime == "" && f.PackageType != types.PackageTypeImage {
		row.Runtime = inventory.Unanswered[string](listFunctions, "Runtime")
	}
	return row
}

// gone turns "no such function" into what it says of the row.
func gone(err error) error {
	if aws.Code(err, "ResourceNotFoundException") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

// resourcePolicy reads the policy of a function or of one of its aliases.
// Where there is none, and where there is no such function, Lambda answers
// ResourceNotFoundException; either way it lets nobody in.
func resourcePolicy(ctx context.Context, s inventory.Scope, function, alias *string) (trust.Policy, error) {
	out, err := client(s).GetPolicy(ctx, &lambda.GetPolicyInput{FunctionName: function, Qualifier: alias})
	if aws.Code(err, "ResourceNotFoundException") {
		return trust.Policy{}, nil
	}
	if err != nil {
		return trust.Policy{}, err
	}
	if out.Policy == nil {
		return trust.Policy{}, aws.ErrBroken
	}
	return trust.Parse(s, out.Policy)
}

// FunctionPolicy fetches Function.Policy, the one of the unqualified function.
var FunctionPolicy = &inventory.Field[Function, trust.Policy]{
	Of: Functions, Column: "policy", Actions: []string{"lambda:GetPolicy"},
	At: func(f *Function) *inventory.Known[trust.Policy] { return &f.Policy },
	Fetch: func(ctx context.Context, s inventory.Scope, f *Function) (trust.Policy, error) {
		return resourcePolicy(ctx, s, &f.ID, nil)
	},
}

// FunctionURLs fetches Function.URLs, those of aliases too.
var FunctionURLs = &inventory.Field[Function, []URL]{
	Of: Functions, Column: "urls", Actions: []string{"lambda:ListFunctionUrlConfigs"},
	At: func(f *Function) *inventory.Known[[]URL] { return &f.URLs },
	Fetch: func(ctx context.Context, s inventory.Scope, f *Function) (urls []URL, err error) {
		// The list "is required" (API reference): without URLs it is empty.
		call := aws.Whole(client(s).ListFunctionUrlConfigs, func(out *lambda.ListFunctionUrlConfigsOutput) bool { return out.FunctionUrlConfigs == nil })
		for out, err := range aws.Pages(ctx, call, &lambda.ListFunctionUrlConfigsInput{FunctionName: &f.ID},
			func(out *lambda.ListFunctionUrlConfigsOutput) *string { return out.NextMarker },
			func(in *lambda.ListFunctionUrlConfigsInput, token *string) { in.Marker = token }) {
			if err != nil {
				return nil, gone(err)
			}
			for _, u := range out.FunctionUrlConfigs {
				if u.AuthType == "" || u.FunctionArn == nil {
					return nil, aws.ErrBroken
				}
				url := URL{AuthType: string(u.AuthType), Qualifier: qualifier(f.Full, *u.FunctionArn)}
				// Neither the settings nor the origins are required: browsers may
				// call a URL from no other origin unless it is told to allow it
				// (Lambda Developer Guide, "Cross-origin resource sharing").
				if u.Cors != nil {
					url.Origins = u.Cors.AllowOrigins
				}
				urls = append(urls, url)
			}
		}
		return urls, nil
	},
}

// qualifier is what the ARN of an alias or a version adds to the function's.
func qualifier(function, arn string) string {
	if len(arn) > len(function)+1 && arn[:len(function)] == function {
		return arn[len(function)+1:]
	}
	return ""
}

func client(s inventory.Scope) *lambda.Client { return lambda.NewFromConfig(aws.Config(s, "lambda")) }

// Package apigateway collects Amazon API Gateway: REST APIs, HTTP and WebSocket
// APIs, their stages and custom domain names.
package apigateway

import (
	"context"
	"fmt"
	"iter"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/service/apigateway"
	"github.com/aws/aws-sdk-go-v2/service/apigateway/types"

	"demarc/providers/aws"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// A RestAPI is an API of the older kind, REST.
type RestAPI struct {
	inventory.Resource
	Private inventory.Known[bool]             // it is reached through VPC endpoints only
	Policy  inventory.Known[*policy.Document] // nil where it has none
	Methods inventory.Known[[]Method]         `fetch:"-"`
}

// A Method is one verb on one path of a REST API, as it is drafted: stages
// serve deployments, which may be older.
type Method struct {
	Path, Verb    string
	Authorization string                  // NONE, AWS_IAM, CUSTOM, COGNITO_USER_POOLS
	APIKey        bool                    // it asks for an API key
	Integration   inventory.Known[string] // HTTP, HTTP_PROXY, AWS, AWS_PROXY, MOCK
}

// RestAPIs lists the REST APIs.
var RestAPIs = &inventory.Type[RestAPI]{
	Kind:     "aws.apigateway.RestAPI",
	Level:    inventory.AtRegion,
	Model:    inventory.Serverless,
	Workload: true,
	Actions:  []string{"apigateway:GET"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*RestAPI, error] {
		pages := aws.Pages(ctx, client(s).GetRestApis, &apigateway.GetRestApisInput{Limit: new(int32(500))},
			func(out *apigateway.GetRestApisOutput) *string { return out.Position },
			func(in *apigateway.GetRestApisInput, token *string) { in.Position = token })
		return aws.List(pages, func(out *apigateway.GetRestApisOutput) (rows []*RestAPI) {
			for _, a := range out.Items {
				rows = append(rows, restAPI(s, a))
			}
			return rows
		})
	},
}

func restAPI(s inventory.Scope, a types.RestApi) *RestAPI {
	id := *a.Id
	r := aws.Named(aws.Resource(s, arn(s, "/restapis/"+id), id), aws.Deref(a.Name))
	r.Tags = inventory.Of(a.Tags)
	row := &RestAPI{
		Resource: r,
		Private:  inventory.Unanswered[bool]("API Gateway GetRestApis", "EndpointConfiguration"),
		Policy:   inventory.Of[*policy.Document](nil), // an API without a resource policy lacks the member
	}
	if c := a.EndpointConfiguration; c != nil && len(c.Types) > 0 {
		row.Private = inventory.Of(c.Types[0] == types.EndpointTypePrivate)
	}
	if text := aws.Deref(a.Policy); text != "" {
		doc, err := parse(text)
		if err != nil {
			row.Policy = inventory.Unanswered[*policy.Document]("API Gateway GetRestApis", "a resource policy that can be read")
		} else {
			row.Policy = inventory.Of(&doc)
		}
	}
	return row
}

// parse reads a resource policy as the API gives it: JSON in which every quote
// is escaped, as in a string literal, or plain JSON.
func parse(text string) (policy.Document, error) {
	if plain, err := strconv.Unquote(`"` + text + `"`); err == nil {
		if doc, err := policy.Parse(plain); err == nil {
			return doc, nil
		}
	}
	return policy.Parse(text)
}

// RestAPIMethods fetches RestAPI.Methods.
var RestAPIMethods = &inventory.Field[RestAPI, []Method]{
	Of: RestAPIs, Column: "methods", Actions: []string{"apigateway:GET"},
	At: func(a *RestAPI) *inventory.Known[[]Method] { return &a.Methods },
	Fetch: func(ctx context.Context, s inventory.Scope, a *RestAPI) (all []Method, err error) {
		for out, err := range aws.Pages(ctx, client(s).GetResources,
			&apigateway.GetResourcesInput{RestApiId: &a.ID, Embed: []string{"methods"}, Limit: new(int32(500))},
			func(out *apigateway.GetResourcesOutput) *string { return out.Position },
			func(in *apigateway.GetResourcesInput, token *string) { in.Position = token }) {
			if err != nil {
				return nil, gone(err)
			}
			for _, r := range out.Items {
				for verb, m := range r.ResourceMethods {
					if m.AuthorizationType == nil {
						return nil, aws.ErrBroken
					}
					row := Method{
						Path: aws.Deref(r.Path), Verb: verb, Authorization: *m.AuthorizationType,
						APIKey:      aws.Deref(m.ApiKeyRequired), // the API reference: false unless set
						Integration: inventory.Unanswered[string]("API Gateway GetResources", "methodIntegration"),
					}
					if i := m.MethodIntegration; i != nil && i.Type != "" {
						row.Integration = inventory.Of(string(i.Type))
					}
					all = append(all, row)
				}
			}
		}
		sortMethods(all)
		return all, nil
	},
}

// A RestStage is a stage of a REST API: what is deployed, and how it is served.
type RestStage struct {
	inventory.Resource
	API               string // the id of its API
	ClientCertificate inventory.Known[string]
	Tracing           inventory.Known[bool]
	WebACL            inventory.Known[string] // the ARN; empty for none
	CacheCluster      inventory.Known[bool]   // responses can be cached at all
	Settings          inventory.Known[[]MethodSetting]
}

// A MethodSetting overrides how methods are served.
type MethodSetting struct {
	Method    string // "*/*" for all; "resource/GET"
	Logging   string // ERROR, INFO; anything else logs nothing
	Caching   bool
	Encrypted bool // cached responses are encrypted
}

// RestStages lists the stages of REST APIs.
var RestStages = &inventory.Type[RestStage]{
	Kind:    "aws.apigateway.RestStage",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"apigateway:GET"},
	Under: inventory.Under(RestAPIs, func(ctx context.Context, s inventory.Scope, a *RestAPI) iter.Seq2[*RestStage, error] {
		out, err := client(s).GetStages(ctx, &apigateway.GetStagesInput{RestApiId: &a.ID})
		if err != nil {
			return aws.One[RestStage](nil, gone(err))
		}
		var rows []*RestStage
		for _, st := range out.Item {
			rows = append(rows, restStage(s, a.ID, st))
		}
		return aws.One(rows, nil)
	}),
}

// restStage reads a stage. Its switches are plain booleans in the API, false
// unless set; a certificate and a web ACL that are not there are not named.
func restStage(s inventory.Scope, api string, st types.Stage) *RestStage {
	name := *st.StageName
	r := aws.Named(aws.Resource(s, arn(s, "/restapis/"+api+"/stages/"+name), api+"/"+name), name)
	r.Tags = inventory.Of(st.Tags)
	var settings []MethodSetting
	for method, m := range st.MethodSettings {
		settings = append(settings, MethodSetting{method, aws.Deref(m.LoggingLevel), m.CachingEnabled, m.CacheDataEncrypted})
	}
	sortSettings(settings)
	return &RestStage{
		Resource: r, API: api,
		ClientCertificate: inventory.Of(aws.Deref(st.ClientCertificateId)),
		Tracing:           inventory.Of(st.TracingEnabled),
		WebACL:            inventory.Of(aws.Deref(st.WebAclArn)),
		CacheCluster:      inventory.Of(st.CacheClusterEnabled),
		Settings:          inventory.Of(settings),
	}
}

// A DomainName is a custom domain name, of whatever kind of API.
type DomainName struct {
	inventory.Resource
	SecurityPolicy inventory.Known[string] // TLS_1_0, TLS_1_2, SecurityPolicy_…
}

// DomainNames lists the custom domain names.
var DomainNames = &inventory.Type[DomainName]{
	Kind:    "aws.apigateway.DomainName",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"apigateway:GET"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*DomainName, error] {
		pages := aws.Pages(ctx, client(s).GetDomainNames, &apigateway.GetDomainNamesInput{Limit: new(int32(500))},
			func(out *apigateway.GetDomainNamesOutput) *string { return out.Position },
			func(in *apigateway.GetDomainNamesInput, token *string) { in.Position = token })
		return aws.List(pages, func(out *apigateway.GetDomainNamesOutput) (rows []*DomainName) {
			for _, d := range out.Items {
				name := *d.DomainName
				full := arn(s, "/domainnames/"+name)
				if id := aws.Deref(d.DomainNameId); id != "" {
					full = arn(s, "/domainnames/"+name+"+"+id) // private names are not unique
				}
				r := aws.Resource(s, full, name)
				r.Tags = inventory.Of(d.Tags)
				row := &DomainName{Resource: r, SecurityPolicy: inventory.Of(string(d.SecurityPolicy))}
				if d.SecurityPolicy == "" {
					row.SecurityPolicy = inventory.Unanswered[string]("API Gateway GetDomainNames", "securityPolicy")
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

// arn is the ARN of something of API Gateway's, which names no account.
func arn(s inventory.Scope, path string) string {
	return aws.ARN{Partition: aws.From(s).Partition, Service: "apigateway", Region: s.Region, Resource: path}.String()
}

// gone turns "no such API" into what it says of the row.
func gone(err error) error {
	if aws.Code(err, "NotFoundException") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

func client(s inventory.Scope) *apigateway.Client {
	return apigateway.NewFromConfig(aws.Config(s, "apigateway"))
}

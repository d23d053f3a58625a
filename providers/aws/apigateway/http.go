package apigateway

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/apigatewayv2"
	"github.com/aws/aws-sdk-go-v2/service/apigatewayv2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An API is an API of the newer kinds, HTTP or WebSocket.
type API struct {
	inventory.Resource
	Protocol     inventory.Known[string]        // HTTP, WEBSOCKET
	Routes       inventory.Known[[]Route]       `fetch:"-"`
	Integrations inventory.Known[[]Integration] `fetch:"-"`
}

// A Route leads requests of one kind to an integration.
type Route struct {
	Key           string // "GET /orders", "$default", "$connect"
	Authorization inventory.Known[string]
}

// An Integration is what answers for a route.
type Integration struct {
	ID      string
	VPCLink bool   // it is reached through a VPC link
	TLS     bool   // of an HTTP API: it is spoken to over HTTPS, since it has a TLS configuration
	Scheme  string // http, https; empty where the target is no URL
}

// APIs lists the HTTP and WebSocket APIs.
var APIs = &inventory.Type[API]{
	Kind:     "aws.apigateway.API",
	Level:    inventory.AtRegion,
	Model:    inventory.Serverless,
	Workload: true,
	Actions:  []string{"apigateway:GET"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*API, error] {
		pages := aws.Pages(ctx, clientV2(s).GetApis, &apigatewayv2.GetApisInput{},
			func(out *apigatewayv2.GetApisOutput) *string { return out.NextToken },
			func(in *apigatewayv2.GetApisInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *apigatewayv2.GetApisOutput) (rows []*API) {
			for _, a := range out.Items {
				id := *a.ApiId
				r := aws.Named(aws.Resource(s, arn(s, "/apis/"+id), id), aws.Deref(a.Name))
				r.Tags = inventory.Of(a.Tags)
				rows = append(rows, &API{Resource: r, Protocol: said(string(a.ProtocolType), "API Gateway GetApis", "ProtocolType")})
			}
			return rows
		})
	},
}

// APIRoutes fetches API.Routes.
var APIRoutes = &inventory.Field[API, []Route]{
	Of: APIs, Column: "routes", Actions: []string{"apigateway:GET"},
	At: func(a *API) *inventory.Known[[]Route] { return &a.Routes },
	Fetch: func(ctx context.Context, s inventory.Scope, a *API) (all []Route, err error) {
		for out, err := range aws.Pages(ctx, clientV2(s).GetRoutes, &apigatewayv2.GetRoutesInput{ApiId: &a.ID},
			func(out *apigatewayv2.GetRoutesOutput) *string { return out.NextToken },
			func(in *apigatewayv2.GetRoutesInput, token *string) { in.NextToken = token }) {
			if err != nil {
				return nil, gone(err)
			}
			for _, r := range out.Items {
				all = append(all, Route{aws.Deref(r.RouteKey), said(string(r.AuthorizationType), "API Gateway GetRoutes", "AuthorizationType")})
			}
		}
		slices.SortFunc(all, func(a, b Route) int { return strings.Compare(a.Key, b.Key) })
		return all, nil
	},
}

// APIIntegrations fetches API.Integrations.
var APIIntegrations = &inventory.Field[API, []Integration]{
	Of: APIs, Column: "integrations", Actions: []string{"apigateway:GET"},
	At: func(a *API) *inventory.Known[[]Integration] { return &a.Integrations },
	Fetch: func(ctx context.Context, s inventory.Scope, a *API) (all []Integration, err error) {
		for out, err := range aws.Pages(ctx, clientV2(s).GetIntegrations, &apigatewayv2.GetIntegrationsInput{ApiId: &a.ID},
			func(out *apigatewayv2.GetIntegrationsOutput) *string { return out.NextToken },
			func(in *apigatewayv2.GetIntegrationsInput, token *string) { in.NextToken = token }) {
			if err != nil {
				return nil, gone(err)
			}
			for _, i := range out.Items {
				// "The default value is INTERNET", and ConnectionId is "the ID of
				// the VPC link" (API reference, "Integration").
				link := i.ConnectionType == types.ConnectionTypeVpcLink || i.ConnectionType == "" && i.ConnectionId != nil
				row := Integration{ID: aws.Deref(i.IntegrationId), VPCLink: link, TLS: i.TlsConfig != nil}
				if scheme, _, ok := strings.Cut(aws.Deref(i.IntegrationUri), "://"); ok {
					row.Scheme = strings.ToLower(scheme)
				}
				all = append(all, row)
			}
		}
		return all, nil
	},
}

// A Stage is a stage of an HTTP or a WebSocket API.
type Stage struct {
	inventory.Resource
	Protocol  inventory.Known[string] // that of its API
	AccessLog inventory.Known[string] // the ARN that access logs go to; empty where they are off
	Logging   inventory.Known[string] // of all routes of a WebSocket API: ERROR, INFO; anything else logs nothing
	Routes    inventory.Known[[]RouteSetting]
}

// A RouteSetting overrides a stage's logging for one route.
type RouteSetting struct{ Route, Logging string }

// Stages lists the stages of HTTP and WebSocket APIs.
var Stages = &inventory.Type[Stage]{
	Kind:    "aws.apigateway.Stage",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"apigateway:GET"},
	Under: inventory.Under(APIs, func(ctx context.Context, s inventory.Scope, a *API) iter.Seq2[*Stage, error] {
		pages := aws.Pages(ctx, clientV2(s).GetStages, &apigatewayv2.GetStagesInput{ApiId: &a.ID},
			func(out *apigatewayv2.GetStagesOutput) *string { return out.NextToken },
			func(in *apigatewayv2.GetStagesInput, token *string) { in.NextToken = token })
		return func(yield func(*Stage, error) bool) {
			for out, err := range pages {
				if err != nil {
					yield(nil, gone(err))
					return
				}
				for _, st := range out.Items {
					if !yield(stage(s, a, st), nil) {
						return
					}
				}
			}
		}
	}),
}

// stage reads a stage. What was never set is not in the answer: neither access
// logs nor, for routes, a logging level.
func stage(s inventory.Scope, a *API, st types.Stage) *Stage {
	name := *st.StageName
	r := aws.Named(aws.Resource(s, arn(s, "/apis/"+a.ID+"/stages/"+name), a.ID+"/"+name), name)
	r.Tags = inventory.Of(st.Tags)
	row := &Stage{Resource: r, Protocol: a.Protocol, AccessLog: inventory.Of(""), Logging: inventory.Of("")}
	if l := st.AccessLogSettings; l != nil {
		row.AccessLog = inventory.Of(aws.Deref(l.DestinationArn))
	}
	if d := st.DefaultRouteSettings; d != nil {
		row.Logging = inventory.Of(string(d.LoggingLevel))
	}
	var routes []RouteSetting
	for key, set := range st.RouteSettings {
		routes = append(routes, RouteSetting{key, string(set.LoggingLevel)})
	}
	slices.SortFunc(routes, func(a, b RouteSetting) int { return strings.Compare(a.Route, b.Route) })
	row.Routes = inventory.Of(routes)
	return row
}

// said is a word that an answer must hold.
func said(word, call, what string) inventory.Known[string] {
	if word == "" {
		return inventory.Unanswered[string](call, what)
	}
	return inventory.Of(word)
}

func sortMethods(all []Method) {
	slices.SortFunc(all, func(a, b Method) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Verb, b.Verb))
	})
}

func sortSettings(all []MethodSetting) {
	slices.SortFunc(all, func(a, b MethodSetting) int { return strings.Compare(a.Method, b.Method) })
}

func clientV2(s inventory.Scope) *apigatewayv2.Client {
	return apigatewayv2.NewFromConfig(aws.Config(s, "apigatewayv2"))
}

package demo

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/apigateway"
	"github.com/aws/aws-sdk-go-v2/service/apigateway/types"
	"github.com/aws/aws-sdk-go-v2/service/apigatewayv2"
	v2 "github.com/aws/aws-sdk-go-v2/service/apigatewayv2/types"

	"demarc/providers/aws/awsfake"
)

// A rest is a REST API with one stage.
type rest struct {
	id, name string
	endpoint types.EndpointType
	policy   string
	methods  []string // "GET /orders AWS_IAM HTTP_PROXY"
	stage    types.Stage
}

var rests = map[place][]rest{
	{Shop, frankfurt}: {
		{id: "ord3rs4p1a", name: "larkspur-orders", endpoint: "REGIONAL",
			methods: []string{"GET /orders AWS_IAM HTTP_PROXY", "POST /orders AWS_IAM HTTP_PROXY", "OPTIONS /orders NONE MOCK"},
			stage: types.Stage{StageName: new("prod"), ClientCertificateId: new("cc1a2b"), TracingEnabled: true, CacheClusterEnabled: true,
				WebAclArn:      new("arn:aws:wafv2:eu-central-1:" + Shop + ":regional/webacl/larkspur-shop/0aac0002-0000-4000-8000-000000000001"),
				MethodSettings: map[string]types.MethodSetting{"*/*": {LoggingLevel: new("INFO"), CachingEnabled: true, CacheDataEncrypted: true}}}},
		{id: "c4t4l0gap1", name: "larkspur-catalogue", endpoint: "EDGE",
			methods: []string{"GET /products NONE HTTP", "GET /products/{id} NONE AWS_PROXY"},
			stage: types.Stage{StageName: new("prod"), CacheClusterEnabled: true,
				MethodSettings: map[string]types.MethodSetting{"*/*": {LoggingLevel: new("ERROR"), CachingEnabled: true}, "products/GET": {LoggingLevel: new("OFF"), CachingEnabled: true}}}},
		{id: "st0ck1ntap", name: "larkspur-stock", endpoint: "PRIVATE",
			policy:  policyOf(allowed(`"*"`, "execute-api:Invoke", "execute-api:/*", `{"StringEquals":{"aws:SourceVpc":"vpc-0shop000000000001"}}`)),
			methods: []string{"GET /stock NONE AWS_PROXY"},
			stage:   types.Stage{StageName: new("prod"), TracingEnabled: true, MethodSettings: map[string]types.MethodSetting{"*/*": {LoggingLevel: new("INFO")}}}},
	},
	{Lab, virginia}: {
		{id: "l4bpr3d1ct", name: "larkspur-lab-predict", endpoint: "REGIONAL", methods: []string{"POST /predict NONE HTTP"}, stage: types.Stage{StageName: new("try")}},
	},
}

// A webAPI is an HTTP or a WebSocket API with one stage.
type webAPI struct {
	id, name     string
	protocol     v2.ProtocolType
	routes       []string // "GET /cart JWT"
	integrations []v2.Integration
	stage        v2.Stage
}

var webAPIs = map[place][]webAPI{
	{Shop, frankfurt}: {
		{id: "st0r3fr0nt", name: "larkspur-storefront", protocol: "HTTP", routes: []string{"GET /cart JWT", "POST /cart JWT", "OPTIONS /cart NONE"},
			integrations: []v2.Integration{
				{IntegrationId: new("lb01"), ConnectionType: "VPC_LINK", TlsConfig: &v2.TlsConfig{ServerNameToVerify: new("cart.larkspur.internal")}},
				{IntegrationId: new("fn01"), ConnectionType: "INTERNET"},
			},
			stage: v2.Stage{StageName: new("$default"), AccessLogSettings: &v2.AccessLogSettings{DestinationArn: new("arn:aws:logs:eu-central-1:" + Shop + ":log-group:larkspur-storefront")}}},
		{id: "0rd3rfeed1", name: "larkspur-order-feed", protocol: "WEBSOCKET", routes: []string{"$connect CUSTOM", "$default NONE"},
			integrations: []v2.Integration{{IntegrationId: new("nlb1"), ConnectionType: "VPC_LINK", IntegrationUri: new("http://feed.larkspur.internal/")}},
			stage:        v2.Stage{StageName: new("prod"), DefaultRouteSettings: &v2.RouteSettings{LoggingLevel: "INFO"}, AccessLogSettings: &v2.AccessLogSettings{DestinationArn: new("arn:aws:logs:eu-central-1:" + Shop + ":log-group:larkspur-order-feed")}}},
	},
	{Lab, virginia}: {
		{id: "l4bh00ks01", name: "larkspur-lab-hooks", protocol: "HTTP", routes: []string{"$default NONE"},
			integrations: []v2.Integration{{IntegrationId: new("box1"), ConnectionType: "VPC_LINK"}}, stage: v2.Stage{StageName: new("$default")}},
		{id: "l4bch4t001", name: "larkspur-lab-chat", protocol: "WEBSOCKET", routes: []string{"$connect NONE", "$default NONE"}, stage: v2.Stage{StageName: new("try")}},
	},
}

var domainNames = map[place][]types.DomainName{
	{Shop, frankfurt}: {
		{DomainName: new("api.larkspur.example"), SecurityPolicy: "TLS_1_2"}, {DomainName: new("old-api.larkspur.example"), SecurityPolicy: "TLS_1_0"},
	},
}

func apigatewayAnswers(e *awsfake.Estate) {
	apigatewayRestAnswers(e)
	apigatewayWebAnswers(e)
}

func findRest(c awsfake.Call, id *string) (rest, error) {
	for _, r := range rests[at(c)] {
		if r.id == *id {
			return r, nil
		}
	}
	return rest{}, awsfake.Wrap(404, &types.NotFoundException{})
}

func apigatewayRestAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *apigateway.GetRestApisInput) (*apigateway.GetRestApisOutput, error) {
		page, next := awsfake.Page(rests[at(c)], in.Position, 2)
		out := &apigateway.GetRestApisOutput{Position: next}
		for _, r := range page {
			a := types.RestApi{Id: &r.id, Name: &r.name, EndpointConfiguration: &types.EndpointConfiguration{Types: []types.EndpointType{r.endpoint}}}
			if r.policy != "" {
				a.Policy = new(strings.ReplaceAll(r.policy, `"`, `\"`)) // the API escapes the quotes
			}
			out.Items = append(out.Items, a)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *apigateway.GetResourcesInput) (*apigateway.GetResourcesOutput, error) {
		r, err := findRest(c, in.RestApiId)
		page, next := awsfake.Page(r.methods, in.Position, 2)
		out := &apigateway.GetResourcesOutput{Position: next}
		for _, line := range page {
			w := strings.Fields(line)
			out.Items = append(out.Items, types.Resource{Path: &w[1], ResourceMethods: map[string]types.Method{w[0]: {
				HttpMethod: &w[0], AuthorizationType: &w[2], ApiKeyRequired: new(false), MethodIntegration: &types.Integration{Type: types.IntegrationType(w[3])}}}})
		}
		return out, err
	})
	awsfake.On(e, func(c awsfake.Call, in *apigateway.GetStagesInput) (*apigateway.GetStagesOutput, error) {
		r, err := findRest(c, in.RestApiId)
		return &apigateway.GetStagesOutput{Item: []types.Stage{r.stage}}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *apigateway.GetDomainNamesInput) (*apigateway.GetDomainNamesOutput, error) {
		page, next := awsfake.Page(domainNames[at(c)], in.Position, 1)
		return &apigateway.GetDomainNamesOutput{Items: page, Position: next}, nil
	})
}

func findWeb(c awsfake.Call, id *string) (webAPI, error) {
	for _, a := range webAPIs[at(c)] {
		if a.id == *id {
			return a, nil
		}
	}
	return webAPI{}, awsfake.Wrap(404, &v2.NotFoundException{})
}

func apigatewayWebAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *apigatewayv2.GetApisInput) (*apigatewayv2.GetApisOutput, error) {
		page, next := awsfake.Page(webAPIs[at(c)], in.NextToken, 1)
		out := &apigatewayv2.GetApisOutput{NextToken: next}
		for _, a := range page {
			out.Items = append(out.Items, v2.Api{ApiId: &a.id, Name: &a.name, ProtocolType: a.protocol})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *apigatewayv2.GetRoutesInput) (*apigatewayv2.GetRoutesOutput, error) {
		a, err := findWeb(c, in.ApiId)
		page, next := awsfake.Page(a.routes, in.NextToken, 2)
		out := &apigatewayv2.GetRoutesOutput{NextToken: next}
		for _, line := range page {
			i := strings.LastIndex(line, " ")
			out.Items = append(out.Items, v2.Route{RouteKey: new(line[:i]), AuthorizationType: v2.AuthorizationType(line[i+1:])})
		}
		return out, err
	})
	awsfake.On(e, func(c awsfake.Call, in *apigatewayv2.GetIntegrationsInput) (*apigatewayv2.GetIntegrationsOutput, error) {
		a, err := findWeb(c, in.ApiId)
		return &apigatewayv2.GetIntegrationsOutput{Items: a.integrations}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *apigatewayv2.GetStagesInput) (*apigatewayv2.GetStagesOutput, error) {
		a, err := findWeb(c, in.ApiId)
		return &apigatewayv2.GetStagesOutput{Items: []v2.Stage{a.stage}}, err
	})
}

package apigateway

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/apigateway"
	"github.com/aws/aws-sdk-go-v2/service/apigateway/types"
	"github.com/aws/aws-sdk-go-v2/service/apigatewayv2"
	v2 "github.com/aws/aws-sdk-go-v2/service/apigatewayv2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// REST: two pages, policies in both spellings, an API that goes away, and a
// stage on which nothing was ever set.
func TestRest(t *testing.T) {
	var e awsfake.Estate
	const allow = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"*"}]}`
	const escaped = `{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"execute-api:Invoke\",\"Resource\":\"*\"}]}`
	kind := func(k types.EndpointType) *types.EndpointConfiguration {
		return &types.EndpointConfiguration{Types: []types.EndpointType{k}}
	}
	all := []types.RestApi{
		{Id: new("a"), Name: new("orders"), EndpointConfiguration: kind("REGIONAL"), Policy: new(escaped)},
		{Id: new("b"), EndpointConfiguration: kind("PRIVATE"), Policy: new(allow)},
		{Id: new("c"), Policy: new("{")},
		{Id: new("gone"), EndpointConfiguration: kind("EDGE")},
	}
	awsfake.On(&e, func(c awsfake.Call, in *apigateway.GetRestApisInput) (*apigateway.GetRestApisOutput, error) {
		if c.Region != "us-east-1" {
			return &apigateway.GetRestApisOutput{}, nil
		}
		page, next := awsfake.Page(all, in.Position, 3)
		return &apigateway.GetRestApisOutput{Items: page, Position: next}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *apigateway.GetResourcesInput) (*apigateway.GetResourcesOutput, error) {
		if *in.RestApiId == "gone" {
			return nil, awsfake.Wrap(404, &types.NotFoundException{})
		}
		if len(in.Embed) != 1 {
			t.Error("the methods are not asked for")
		}
		page, next := awsfake.Page([]types.Resource{
			{Path: new("/"), ResourceMethods: map[string]types.Method{"GET": {AuthorizationType: new("NONE"), MethodIntegration: &types.Integration{Type: "MOCK"}}}},
			{Path: new("/a"), ResourceMethods: map[string]types.Method{"POST": {AuthorizationType: new("AWS_IAM"), ApiKeyRequired: new(true)}}},
			{Path: new("/b")},
		}, in.Position, 2)
		return &apigateway.GetResourcesOutput{Items: page, Position: next}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *apigateway.GetStagesInput) (*apigateway.GetStagesOutput, error) {
		switch *in.RestApiId {
		case "gone":
			return nil, awsfake.Wrap(404, &types.NotFoundException{})
		case "a":
			return &apigateway.GetStagesOutput{Item: []types.Stage{{StageName: new("prod"), MethodSettings: map[string]types.MethodSetting{"*/*": {LoggingLevel: new("INFO")}}}, {StageName: new("bare")}}}, nil
		}
		return &apigateway.GetStagesOutput{}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, in *apigateway.GetDomainNamesInput) (*apigateway.GetDomainNamesOutput, error) {
		if c.Region != "us-east-1" {
			return &apigateway.GetDomainNamesOutput{}, nil
		}
		page, next := awsfake.Page([]types.DomainName{{DomainName: new("a.example.com"), SecurityPolicy: "TLS_1_0"}, {DomainName: new("b.example.com")}}, in.Position, 1)
		return &apigateway.GetDomainNamesOutput{Items: page, Position: next}, nil
	})
	inv := awstest.Collect(t, &e, RestAPIMethods, RestStages, DomainNames)
	apis := awstest.Rows(t, inv, RestAPIs)
	if len(apis) != 3 || inv.Gone() != 1 || apis[0].Full != "arn:aws:apigateway:us-east-1::/restapis/a" || apis[0].Account != awstest.Account {
		t.Fatalf("APIs %+v", apis)
	}
	for _, a := range apis[:2] {
		if doc := awstest.Value(t, a.Policy); doc == nil || len(doc.Statements) != 1 {
			t.Errorf("%s: policy %+v", a.ID, doc)
		}
	}
	if _, hidden := apis[2].Policy.Gap(); !hidden {
		t.Error("a policy that cannot be read is known")
	}
	if _, hidden := apis[2].Private.Gap(); !hidden || awstest.Value(t, apis[0].Private) || !awstest.Value(t, apis[1].Private) {
		t.Error("endpoint types are told apart wrongly")
	}
	if ms := awstest.Value(t, apis[0].Methods); len(ms) != 2 || awstest.Value(t, ms[0].Integration) != "MOCK" || !ms[1].APIKey {
		t.Errorf("methods %+v", ms)
	} else if _, hidden := ms[1].Integration.Gap(); !hidden {
		t.Error("an integration that the answer lacks is known")
	}
	stages := awstest.Rows(t, inv, RestStages)
	if len(stages) != 2 || stages[0].ID != "a/bare" || awstest.Value(t, stages[0].WebACL) != "" || len(awstest.Value(t, stages[1].Settings)) != 1 {
		t.Errorf("stages %+v", stages)
	}
	names := awstest.Rows(t, inv, DomainNames)
	if len(names) != 2 || awstest.Value(t, names[0].SecurityPolicy) != "TLS_1_0" {
		t.Errorf("names %+v", names)
	} else if _, hidden := names[1].SecurityPolicy.Gap(); !hidden {
		t.Error("a policy that the answer lacks is known")
	}
}

func TestHTTP(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *apigatewayv2.GetApisInput) (*apigatewayv2.GetApisOutput, error) {
		if c.Region != "us-east-1" {
			return &apigatewayv2.GetApisOutput{}, nil
		}
		page, next := awsfake.Page([]v2.Api{{ApiId: new("h"), ProtocolType: "HTTP"}, {ApiId: new("w"), ProtocolType: "WEBSOCKET"}, {ApiId: new("gone"), ProtocolType: "HTTP"}}, in.NextToken, 2)
		return &apigatewayv2.GetApisOutput{Items: page, NextToken: next}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *apigatewayv2.GetRoutesInput) (*apigatewayv2.GetRoutesOutput, error) {
		if *in.ApiId == "gone" {
			return nil, awsfake.Wrap(404, &v2.NotFoundException{})
		}
		page, next := awsfake.Page([]v2.Route{{RouteKey: new("GET /b"), AuthorizationType: "NONE"}, {RouteKey: new("GET /a")}}, in.NextToken, 1)
		return &apigatewayv2.GetRoutesOutput{Items: page, NextToken: next}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *apigatewayv2.GetIntegrationsInput) (*apigatewayv2.GetIntegrationsOutput, error) {
		return &apigatewayv2.GetIntegrationsOutput{Items: []v2.Integration{
			{IntegrationId: new("i"), ConnectionType: "VPC_LINK", IntegrationUri: new("HTTPS://nlb/"), TlsConfig: &v2.TlsConfig{}}, {IntegrationId: new("j"), IntegrationUri: new("arn:aws:lambda:x"), ConnectionId: new("link")}}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *apigatewayv2.GetStagesInput) (*apigatewayv2.GetStagesOutput, error) {
		if *in.ApiId == "gone" {
			return nil, awsfake.Wrap(404, &v2.NotFoundException{})
		}
		page, next := awsfake.Page([]v2.Stage{{StageName: new("$default")}, {StageName: new("prod"),
			AccessLogSettings: &v2.AccessLogSettings{DestinationArn: new("arn:log")}, DefaultRouteSettings: &v2.RouteSettings{LoggingLevel: "INFO"},
			RouteSettings: map[string]v2.RouteSettings{"$connect": {}}}}, in.NextToken, 1)
		return &apigatewayv2.GetStagesOutput{Items: page, NextToken: next}, nil
	})
	inv := awstest.Collect(t, &e, APIRoutes, APIIntegrations, Stages)
	apis := awstest.Rows(t, inv, APIs)
	if len(apis) != 2 || inv.Gone() != 1 {
		t.Fatalf("APIs %+v", apis)
	}
	if rs := awstest.Value(t, apis[0].Routes); len(rs) != 2 || rs[0].Key != "GET /a" || awstest.Value(t, rs[1].Authorization) != "NONE" {
		t.Errorf("routes %+v", rs)
	}
	if is := awstest.Value(t, apis[0].Integrations); len(is) != 2 || !is[0].VPCLink || !is[0].TLS || !is[1].VPCLink {
		t.Errorf("integrations %+v", is)
	}
	if is := awstest.Value(t, apis[0].Integrations); len(is) != 2 || is[0] != (Integration{"i", true, true, "https"}) || is[1].Scheme != "" {
		t.Errorf("integrations %+v", is)
	}
	for _, s := range awstest.Rows(t, inv, Stages) {
		if s.Name == "$default" && (awstest.Value(t, s.AccessLog) != "" || awstest.Value(t, s.Logging) != "") {
			t.Errorf("a bare stage has %+v", s)
		}
		if s.Name == "prod" && (awstest.Value(t, s.AccessLog) != "arn:log" || len(awstest.Value(t, s.Routes)) != 1) {
			t.Errorf("stage %+v", s)
		}
	}
}

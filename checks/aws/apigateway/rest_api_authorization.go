package apigateway

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// RestAPIAuthorization asks that no method be open to everybody: neither the
// method nor the API's resource policy may leave it so. An API key meters
// callers, it does not identify them.
var RestAPIAuthorization = &checks.Check{
	ID:       "aws-apigateway-rest-api-authorization",
	Title:    "API Gateway REST APIs authorize callers",
	Why:      "Whoever knows the address of an open method calls the code behind it, as often as they like.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "API Gateway > APIs > the API > Resources > the method > Method request > Edit: Authorization.",
		CLI:       "aws apigateway update-method --rest-api-id <api-id> --resource-id <resource-id> --http-method <verb> --patch-operations op=replace,path=/authorizationType,value=AWS_IAM",
		Terraform: "resource \"aws_api_gateway_method\" \"example\" {\n  rest_api_id   = aws_api_gateway_rest_api.example.id\n  resource_id   = aws_api_gateway_resource.example.id\n  http_method   = \"GET\"\n  authorization = \"AWS_IAM\"\n}",
	},
	Aliases: []string{"prowler:apigateway_restapi_authorizers_enabled", "prowler:apigateway_restapi_public", "prowler:apigateway_restapi_public_with_authorizer"},
	Link:    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
	Needs:   []inventory.Source{apigateway.RestAPIMethods},
	Run: checks.Each(apigateway.RestAPIs, func(p *checks.Probe, a *apigateway.RestAPI) {
		methods, read := a.Methods.Get(p)
		var open, keyed []string
		for _, m := range methods {
			// Preflight requests of browsers cannot carry credentials.
			if m.Authorization != "NONE" || m.Verb == "OPTIONS" {
				continue
			}
			if public, ok := letsIn(a, m).Get(p); ok && public && m.APIKey {
				keyed = append(keyed, m.Verb+" "+m.Path)
			} else if ok && public {
				open = append(open, m.Verb+" "+m.Path)
			}
		}
		if all := slices.Concat(open, keyed); len(all) > 0 {
			p.Evidence("openMethods", all)
			p.Failf("neither the method nor a resource policy asks who calls %s", strings.Join(all, ", "))
			if len(open) == 0 {
				p.Rank(checks.Low) // an API key is asked for
			}
			return
		}
		if read && len(methods) == 0 {
			p.Skipf("the API has no method")
		}
	}),
}

// letsIn reports whether an API's resource policy lets everybody call a method
// that asks for no authorization. Without a policy a private API lets nobody
// in, and any other lets everybody in (API Gateway Developer Guide, "How API
// Gateway resource policies affect authorization workflow").
func letsIn(a *apigateway.RestAPI, m apigateway.Method) inventory.Known[bool] {
	return inventory.Then(a.Policy, func(doc *policy.Document) inventory.Known[bool] {
		if doc == nil {
			return inventory.Not(a.Private)
		}
		result := policy.Access(*doc, policy.Context{Account: a.Account, Service: "execute-api"})
		reaches := func(g policy.Grant) bool { return g.Who.Kind == policy.Public && covers(g, m) }
		switch {
		case slices.ContainsFunc(result.Grants, reaches):
			return inventory.Of(true)
		case slices.ContainsFunc(result.Possible, reaches):
			return inventory.Missing[bool](inventory.Gap{Reason: inventory.Failed, Call: "API Gateway GetRestApis", Where: "what the resource policy hangs on"})
		}
		return inventory.Of(false)
	})
}

// covers reports whether a grant holds the right to call a method, in whatever
// stage.
func covers(g policy.Grant, m apigateway.Method) bool {
	in := func(pattern string) bool { return callable(pattern, m) }
	if !policy.GrantsAny(g, "execute-api:Invoke") {
		return false
	}
	for _, e := range g.Except {
		if len(e.NotActions) == 0 && len(e.NotResources) == 0 && slices.ContainsFunc(e.Resources, in) {
			return false
		}
	}
	if len(g.Resources) > 0 {
		return slices.ContainsFunc(g.Resources, in)
	}
	return !slices.ContainsFunc(g.NotResources, in)
}

// callable reports whether a resource pattern of a policy, such as
// "execute-api:/stage/GET/path" or the whole ARN, matches a method.
func callable(pattern string, m apigateway.Method) bool {
	if strings.HasPrefix(pattern, "arn:") {
		parts := strings.SplitN(pattern, ":", 6)
		_, pattern, _ = strings.Cut(parts[len(parts)-1], "/")
	} else {
		pattern = strings.TrimPrefix(strings.TrimPrefix(pattern, "execute-api:"), "/")
	}
	parts := strings.SplitN(pattern, "/", 3) // stage, verb, path
	switch {
	case len(parts) == 1:
		return parts[0] == "*" || parts[0] == ""
	case parts[1] != "*" && m.Verb != "ANY" && !policy.MatchARN(parts[1], m.Verb):
		return false
	case len(parts) == 2:
		return parts[1] == "*"
	}
	return policy.MatchARN(parts[2], strings.TrimPrefix(m.Path, "/"))
}

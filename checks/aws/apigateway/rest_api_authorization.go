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

// covers reports whether a grant holds the right to call a method in some
// stage. What is taken away from it counts where it takes in every stage.
func covers(g policy.Grant, m apigateway.Method) bool {
	some := func(pattern string) bool { return callable(pattern, m) }
	all := func(pattern string) bool { return everywhere(pattern, m) }
	if !policy.GrantsAny(g, "execute-api:Invoke") {
		return false
	}
	for _, e := range g.Except {
		if len(e.NotActions) == 0 && len(e.NotResources) == 0 && slices.ContainsFunc(e.Resources, all) {
			return false
		}
	}
	if len(g.Resources) > 0 {
		return slices.ContainsFunc(g.Resources, some)
	}
	return !slices.ContainsFunc(g.NotResources, all)
}

// request is the part of a resource pattern that stands for requests,
// "stage/GET/path", in which an asterisk stands for slashes too: of
// "execute-api:/stage/GET/path" or of the whole ARN.
func request(pattern string) string {
	if !strings.HasPrefix(pattern, "arn:") {
		return strings.TrimPrefix(strings.TrimPrefix(pattern, "execute-api:"), "/")
	}
	parts := strings.SplitN(pattern, ":", 6)
	api, requests, ok := strings.Cut(parts[len(parts)-1], "/")
	if !ok && strings.Contains(api, "*") {
		return "*"
	}
	return requests
}

// verbs are what a method for any verb stands for.
var verbs = []string{"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"}

// callable reports whether a resource pattern of a policy matches a method in
// some stage.
func callable(pattern string, m apigateway.Method) bool {
	pattern = request(pattern)
	stage, _, _ := strings.Cut(pattern, "/")
	stage = strings.NewReplacer("*", "x", "?", "x").Replace(stage) // one that the pattern matches
	as := []string{m.Verb}
	if m.Verb == "ANY" {
		as = verbs
	}
	return pattern == "" || slices.ContainsFunc(as, func(verb string) bool {
		return policy.MatchARN(pattern, stage+"/"+verb+"/"+strings.TrimPrefix(m.Path, "/"))
	})
}

// everywhere reports whether a resource pattern of a policy matches a method in
// every stage, and under every verb that it stands for.
func everywhere(pattern string, m apigateway.Method) bool {
	verb := m.Verb
	if verb == "ANY" {
		verb = "*"
	}
	return policy.MatchARN(request(pattern), "*/"+verb+"/"+strings.TrimPrefix(m.Path, "/"))
}

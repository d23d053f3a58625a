package apigateway

import (
	"strings"
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

func TestRestAPIAuthorization(t *testing.T) {
	read := func(text string) *policy.Document {
		if text == "" {
			return nil
		}
		doc, err := policy.Parse(`{"Version":"2012-10-17","Statement":[` + text + `]}`)
		if err != nil {
			t.Fatal(err)
		}
		return &doc
	}
	with := func(private bool, text string, methods ...apigateway.Method) *inventory.Inventory {
		return stage(func(a *apigateway.RestAPI, _ *apigateway.RestStage) {
			a.Private, a.Policy, a.Methods = inventory.Of(private), inventory.Of(read(text)), inventory.Of(methods)
		})
	}
	open := apigateway.Method{Path: "/orders", Verb: "GET", Authorization: "NONE"}
	iam := apigateway.Method{Path: "/orders", Verb: "POST", Authorization: "AWS_IAM"}
	preflight := apigateway.Method{Path: "/orders", Verb: "OPTIONS", Authorization: "NONE"}
	keyed := apigateway.Method{Path: "/orders", Verb: "GET", Authorization: "NONE", APIKey: true}
	const (
		everybody = `{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}`
		offices   = `{"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"NotIpAddress":{"aws:SourceIp":["203.0.113.0/24"]}}}`
		health    = `{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/prod/GET/health"}`
		one       = `{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"arn:aws:execute-api:us-east-1:111122223333:a1/*/GET/orders"}`
		ours      = `{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"execute-api:Invoke","Resource":"execute-api:/*"}`
	)
	allow := func(resource string) string { return strings.ReplaceAll(everybody, "execute-api:/*", resource) }
	deny := func(resource string) string { return strings.Replace(allow(resource), "Allow", "Deny", 1) }
	anyVerb := apigateway.Method{Path: "/orders", Verb: "ANY", Authorization: "NONE"}
	checktest.Run(t, RestAPIAuthorization, []checktest.Case{
		{Name: "authorized", Have: with(false, "", iam, preflight), Want: pass},
		{Name: "open", Have: with(false, "", iam, open), Want: fail, Severity: checks.Medium},
		{Name: "open, with a key", Have: with(false, "", keyed), Want: fail, Severity: checks.Low},
		{Name: "private without a policy: nobody may call it", Have: with(true, "", open), Want: pass},
		{Name: "private, open to every endpoint", Have: with(true, everybody, open), Want: fail},
		{Name: "policy for everybody", Have: with(false, everybody, open), Want: fail},
		{Name: "policy for some addresses", Have: with(false, everybody+","+offices, open), Want: pass},
		{Name: "policy for the own account", Have: with(false, ours, open), Want: pass},
		{Name: "policy for another path", Have: with(false, health, open), Want: pass},
		{Name: "policy for this path", Have: with(false, one, open), Want: fail},
		{Name: "policy for a stage and what begins like it", Have: with(false, allow("execute-api:/prod*"), open), Want: fail},
		{Name: "policy for a verb and what begins like it", Have: with(false, allow("execute-api:/prod/G*"), open), Want: fail},
		{Name: "policy for another verb", Have: with(false, allow("execute-api:/*/POST/*"), open), Want: pass},
		{Name: "policy for one of any verbs", Have: with(false, allow("execute-api:/*/POST/*"), anyVerb), Want: fail},
		{Name: "denied everywhere", Have: with(false, everybody+","+deny("execute-api:/*/GET/*"), open), Want: pass},
		{Name: "denied in one stage", Have: with(false, everybody+","+deny("execute-api:/test/*"), open), Want: fail},
		{Name: "denied under one of any verbs", Have: with(false, everybody+","+deny("execute-api:/*/POST/*"), anyVerb), Want: fail},
		{Name: "no method", Have: with(false, ""), Want: skipped},
		{Name: "hidden", Want: unknown, Have: stage(func(a *apigateway.RestAPI, _ *apigateway.RestStage) {
			a.Methods = inventory.Missing[[]apigateway.Method](checktest.Dark)
		})},
	})
}

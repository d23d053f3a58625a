package azure_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/fake"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/resourcegraph/armresourcegraph"
	graphfake "github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/resourcegraph/armresourcegraph/fake"

	"demarc/providers/azure"
	"demarc/providers/azure/azurefake"
	"demarc/providers/inventory"
)

type page struct {
	ids       []string
	next      string
	total     int64
	truncated bool
	status    int    // of an error in the place of the page
	code      string // its code
}

const subscription = "00000000-0000-0000-0000-00000000aaaa"

// ask queries a Resource Graph of the SDK's own fake server, which gives pages
// by their tokens, and checks what it is asked.
func ask(t *testing.T, pages map[string]page) (azure.Rows, error) {
	t.Helper()
	server := graphfake.Server{
		Resources: func(_ context.Context, q armresourcegraph.QueryRequest, _ *armresourcegraph.ClientResourcesOptions) (resp fake.Responder[armresourcegraph.ClientResourcesResponse], errResp fake.ErrorResponder) {
			if !strings.Contains(*q.Query, "project id,") || !strings.HasSuffix(*q.Query, "order by id asc") || *q.Options.ResultFormat != armresourcegraph.ResultFormatObjectArray {
				t.Errorf("the query is %q", *q.Query)
			}
			token := ""
			if q.Options.SkipToken != nil {
				token = *q.Options.SkipToken
			}
			p := pages[token]
			if p.status != 0 {
				errResp.SetResponseError(p.status, p.code)
				return resp, errResp
			}
			data := []any{}
			for _, id := range p.ids {
				data = append(data, map[string]any{
					"id":   "/subscriptions/" + strings.ToUpper(subscription) + "/resourceGroups/RG/providers/Microsoft.Storage/storageAccounts/" + id,
					"name": id, "type": "microsoft.storage/storageaccounts", "location": "westeurope", "subscriptionId": strings.ToUpper(subscription), "properties": map[string]any{},
				})
			}
			truncated, count := armresourcegraph.ResultTruncatedFalse, int64(len(data))
			if p.truncated {
				truncated = armresourcegraph.ResultTruncatedTrue
			}
			out := armresourcegraph.QueryResponse{Data: data, Count: &count, TotalRecords: &p.total, ResultTruncated: &truncated}
			if p.next != "" {
				out.SkipToken = &p.next
			}
			resp.SetResponse(http.StatusOK, armresourcegraph.ClientResourcesResponse{QueryResponse: out}, nil)
			return resp, errResp
		},
	}
	tenant := azure.NewTenant("tenant", "test", azurefake.Credential{}, azure.Settings{Transport: graphfake.NewServerTransport(&server), MaxAttempts: 2, RetryDelay: time.Microsecond})
	root := inventory.Scope{Level: inventory.AtOrganization, Provider: "azure", Account: "tenant", Session: &azure.Session{Tenant: tenant}}.Root()
	return azure.Resources("Resources", "microsoft.storage/storageaccounts").Get(t.Context(), *root)
}

// Listings that are not whole are never taken for whole ones.
func TestResourceGraph(t *testing.T) {
	for _, tc := range []struct {
		name   string
		pages  map[string]page
		rows   int
		reason inventory.Reason
		cause  string
		whole  bool
	}{
		{name: "pages", pages: map[string]page{"": {ids: []string{"a", "b"}, next: "2", total: 3}, "2": {ids: []string{"c"}, total: 3}}, rows: 3, whole: true},
		{name: "none", pages: map[string]page{"": {}}, whole: true},
		{name: "truncated", pages: map[string]page{"": {ids: []string{"a"}, total: 1, truncated: true}}, rows: 1, reason: inventory.Failed, cause: "a truncated answer"},
		{name: "fewer than it counts", pages: map[string]page{"": {ids: []string{"a"}, total: 2}}, rows: 1, reason: inventory.Failed, cause: "a truncated answer"},
		{name: "the same token again", pages: map[string]page{"": {ids: []string{"a"}, next: "2", total: 9}, "2": {ids: []string{"b"}, next: "2", total: 9}}, rows: 2, reason: inventory.Failed},
		{name: "denied", pages: map[string]page{"": {status: 403, code: "AuthorizationFailed"}}, reason: inventory.Denied},
		{name: "denied later", pages: map[string]page{"": {ids: []string{"a"}, next: "2", total: 3}, "2": {status: 403, code: "AuthorizationFailed"}}, rows: 1, reason: inventory.Denied},
		{name: "throttled", pages: map[string]page{"": {status: 429, code: "RateLimiting"}}, reason: inventory.Throttled},
		{name: "broken", pages: map[string]page{"": {status: 500, code: "InternalServerError"}}, reason: inventory.Failed},
	} {
		t.Run(tc.name, func(t *testing.T) {
			rows, err := ask(t, tc.pages)
			if got := len(rows[subscription]); got != tc.rows {
				t.Errorf("%d rows", got)
			}
			if tc.whole != (err == nil) {
				t.Fatalf("error %v", err)
			}
			if err == nil {
				return
			}
			g := azure.Classify(err, []string{"microsoft.storage/storageaccounts/read"})
			if g.Reason != tc.reason || g.Cause != tc.cause || g.Call != "Resource Graph microsoft.storage/storageaccounts" || g.Action != "microsoft.storage/storageaccounts/read" {
				t.Errorf("%+v", g)
			}
		})
	}
}

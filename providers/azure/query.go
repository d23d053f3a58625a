package azure

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/resourcegraph/armresourcegraph"

	"demarc/providers/inventory"
)

// A Row is one resource as Resource Graph gives it.
type Row struct {
	ID             string            `json:"id"`
	Name           string            `json:"name"`
	Type           string            `json:"type"`
	Location       string            `json:"location"`
	SubscriptionID string            `json:"subscriptionId"`
	Kind           string            `json:"kind"`
	Tags           map[string]string `json:"tags"`
	SKU            json.RawMessage   `json:"sku"`
	Identity       json.RawMessage   `json:"identity"`
	Zones          []string          `json:"zones"`
	Properties     json.RawMessage   `json:"properties"`
}

// Rows are the rows of a query by subscription, ids in lower case.
type Rows map[string][]Row

// Resources is the query for one type of resource over the whole tenant:
// "Resources" "microsoft.storage/storageaccounts". It is made once.
func Resources(table, resourceType string) *inventory.Call[Rows] {
	return &inventory.Call[Rows]{
		Title: "azure.query." + resourceType, Level: inventory.AtOrganization,
		Actions: []string{strings.ToLower(resourceType) + "/read"},
		Do: func(ctx context.Context, s inventory.Scope) (Rows, error) {
			return query(ctx, s, resourceType, fmt.Sprintf(
				"%s | where type =~ '%s' | project id, name, type, location, subscriptionId, kind, tags, sku, identity, zones, properties | order by id asc",
				table, resourceType))
		},
	}
}

// Subscriptions are those that Resource Graph holds. One that is listed and
// not among them is a Gap, not an empty subscription.
var Subscriptions = &inventory.Call[map[string]bool]{
	Title: "azure.subscriptions", Level: inventory.AtOrganization,
	Actions: []string{"Microsoft.Resources/subscriptions/read"},
	Do: func(ctx context.Context, s inventory.Scope) (map[string]bool, error) {
		rows, err := query(ctx, s, "microsoft.resources/subscriptions",
			"ResourceContainers | where type =~ 'microsoft.resources/subscriptions' | project id, name, type, subscriptionId, properties | order by id asc")
		seen := map[string]bool{}
		for sub := range rows {
			seen[sub] = true
		}
		return seen, err
	},
}

// List makes a Type's List of a query: make is given each row of the
// subscription with its properties decoded into P.
func List[P, T any](q *inventory.Call[Rows], build func(inventory.Resource, Row, P) *T) func(context.Context, inventory.Scope) iter.Seq2[*T, error] {
	return func(ctx context.Context, s inventory.Scope) iter.Seq2[*T, error] {
		return func(yield func(*T, error) bool) {
			seen, err := Subscriptions.Get(ctx, s)
			if err != nil {
				yield(nil, err)
				return
			}
			if !seen[strings.ToLower(s.Account)] {
				yield(nil, &CallError{"Resource Graph microsoft.resources/subscriptions", ErrAbsent})
				return
			}
			rows, err := q.Get(ctx, s)
			for _, r := range rows[strings.ToLower(s.Account)] {
				var p P
				if len(r.Properties) > 0 {
					if bad := json.Unmarshal(r.Properties, &p); bad != nil {
						yield(nil, &CallError{"Resource Graph " + r.Type, bad})
						return
					}
				}
				if !yield(build(resource(r), r, p), nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	}
}

// resource names a row. Azure's ids are the same in whatever case.
func resource(r Row) inventory.Resource {
	return inventory.Resource{
		ID: r.Name, Full: strings.ToLower(r.ID), Account: strings.ToLower(r.SubscriptionID), Region: strings.ToLower(r.Location),
		Tags: inventory.Of(r.Tags),
	}
}

// query reads all pages of a query.
func query(ctx context.Context, s inventory.Scope, what, kql string) (Rows, error) {
	t := From(s).Tenant
	op := "Resource Graph " + strings.ToLower(what)
	rows, n := Rows{}, int64(0)
	var token *string
	seen := map[string]bool{}
	for {
		out, err := t.page(named(ctx, op), kql, token)
		if err != nil {
			return rows, &CallError{op, err}
		}
		page, err := decode(out.Data)
		if err != nil {
			return rows, &CallError{op, err}
		}
		for _, r := range page {
			sub := strings.ToLower(r.SubscriptionID)
			if in, ok := strings.CutPrefix(strings.ToLower(r.ID), "/subscriptions/"); ok {
				sub, _, _ = strings.Cut(in, "/")
			}
			if r.ID == "" { // what is in no subscription is the tenant's
				return rows, &CallError{op, ErrUnnamed}
			}
			r.SubscriptionID = sub
			rows[sub] = append(rows[sub], r)
			n++
		}
		if out.ResultTruncated != nil && *out.ResultTruncated == armresourcegraph.ResultTruncatedTrue {
			return rows, &CallError{op, ErrTruncated}
		}
		if out.SkipToken == nil || *out.SkipToken == "" {
			if out.TotalRecords == nil || n < *out.TotalRecords {
				return rows, &CallError{op, ErrTruncated}
			}
			return rows, nil
		}
		if token = out.SkipToken; seen[*token] {
			return rows, &CallError{op, ErrRepeatedToken}
		}
		seen[*token] = true
	}
}

func decode(data any) (page []Row, err error) {
	b, err := json.Marshal(data)
	if err != nil {
		return nil, err
	}
	return page, json.Unmarshal(b, &page)
}

func (t *Tenant) page(ctx context.Context, kql string, token *string) (armresourcegraph.ClientResourcesResponse, error) {
	options := t.options
	options.PerRetryPolicies = append(options.PerRetryPolicies[:len(options.PerRetryPolicies):len(options.PerRetryPolicies)], &t.pace)
	c, err := armresourcegraph.NewClient(t.cred, &options)
	if err != nil {
		return armresourcegraph.ClientResourcesResponse{}, err
	}
	format, top := armresourcegraph.ResultFormatObjectArray, int32(1000)
	scope := armresourcegraph.AuthorizationScopeFilterAtScopeAboveAndBelow
	return c.Resources(ctx, armresourcegraph.QueryRequest{Query: &kql, Options: &armresourcegraph.QueryRequestOptions{
		ResultFormat: &format, Top: &top, SkipToken: token, AuthorizationScopeFilter: &scope,
	}}, nil)
}

// pacer keeps queries within the user's quota, which Resource Graph tells in
// headers: how many are left, and when they are given anew ("Guidance for
// throttled requests in Azure Resource Graph").
type pacer struct {
	mu    sync.Mutex
	until time.Time
}

// Do implements policy.Policy.
func (p *pacer) Do(r *policy.Request) (*http.Response, error) {
	p.mu.Lock()
	wait := time.Until(p.until)
	p.mu.Unlock()
	if wait > 0 {
		t := time.NewTimer(wait)
		defer t.Stop()
		select {
		case <-t.C:
		case <-r.Raw().Context().Done():
			return nil, r.Raw().Context().Err()
		}
	}
	resp, err := r.Next()
	if err == nil && resp.Header.Get("x-ms-user-quota-remaining") == "0" {
		if d, ok := clock(resp.Header.Get("x-ms-user-quota-resets-after")); ok {
			p.mu.Lock()
			p.until = time.Now().Add(d)
			p.mu.Unlock()
		}
	}
	return resp, err
}

// clock reads "hh:mm:ss".
func clock(s string) (time.Duration, bool) {
	var h, m, sec int
	if n, err := fmt.Sscanf(s, "%d:%d:%d", &h, &m, &sec); n != 3 || err != nil {
		return 0, false
	}
	return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute + time.Duration(sec)*time.Second, true
}

// Get reads one object of Azure Resource Manager; path begins with a slash and
// holds the api-version.
func Get[T any](ctx context.Context, s inventory.Scope, path string) (T, error) {
	t := From(s).Tenant
	return get[T](ctx, t.arm, endpointOf(t)+path)
}

// GetAll reads all pages of a list of Azure Resource Manager.
func GetAll[T any](ctx context.Context, s inventory.Scope, path string) ([]T, error) {
	t := From(s).Tenant
	return getAll[T](ctx, t.arm, endpointOf(t)+path)
}

// Entra reads one object of Microsoft Graph, such as "/v1.0/organization".
func Entra[T any](ctx context.Context, s inventory.Scope, path string) (T, error) {
	t := From(s).Tenant
	return get[T](named(ctx, graphOperation(path)), t.graph, t.Cloud.Graph+path)
}

// EntraAll reads all pages of a list of Microsoft Graph.
func EntraAll[T any](ctx context.Context, s inventory.Scope, path string) ([]T, error) {
	t := From(s).Tenant
	return getAll[T](named(ctx, graphOperation(path)), t.graph, t.Cloud.Graph+path)
}

// graphOperation names a call of Microsoft Graph by its path, ids left out.
func graphOperation(path string) string {
	path, _, _ = strings.Cut(path, "?")
	path = strings.TrimPrefix(strings.TrimPrefix(path, "/v1.0"), "/beta")
	return "Microsoft Graph " + uuid.ReplaceAllString(path, "")
}

var uuid = regexp.MustCompile(`/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}`)

func get[T any](ctx context.Context, pl runtime.Pipeline, url string) (out T, err error) {
	req, err := runtime.NewRequest(ctx, "GET", url)
	if err != nil {
		return out, err
	}
	op := OperationOf(req.Raw())
	resp, err := pl.Do(req)
	if err != nil {
		return out, &CallError{op, err}
	}
	if !runtime.HasStatusCode(resp, 200) {
		return out, &CallError{op, runtime.NewResponseError(resp)}
	}
	if err := runtime.UnmarshalAsJSON(resp, &out); err != nil {
		return out, &CallError{op, err}
	}
	return out, nil
}

// list is a page of a list; ARM and Microsoft Graph name the next one differently.
type list[T any] struct {
	Value     *[]T   `json:"value"`
	NextLink  string `json:"nextLink"`
	ODataNext string `json:"@odata.nextLink"`
}

func getAll[T any](ctx context.Context, pl runtime.Pipeline, address string) (all []T, err error) {
	seen := map[string]bool{}
	for first := address; address != ""; {
		if seen[address] {
			return all, ErrRepeatedToken
		}
		if !sameHost(first, address) { // the token is for the host that was asked
			return all, ErrStrayPage
		}
		seen[address] = true
		p, err := get[list[T]](ctx, pl, address)
		if err != nil {
			return all, err
		}
		if p.Value == nil { // an empty list is told as one
			req, _ := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
			return all, &CallError{OperationOf(req), ErrNoList}
		}
		if all = append(all, *p.Value...); p.NextLink != "" {
			address = p.NextLink
		} else {
			address = p.ODataNext
		}
	}
	return all, nil
}

// sameHost reports whether two addresses are of one host, the second over HTTPS.
func sameHost(a, b string) bool {
	x, errX := url.Parse(a)
	y, errY := url.Parse(b)
	return errX == nil && errY == nil && x.Host == y.Host && y.Scheme == "https"
}

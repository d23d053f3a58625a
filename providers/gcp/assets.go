package gcp

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"net/http"
	"strings"

	asset "cloud.google.com/go/asset/apiv1"
	"cloud.google.com/go/asset/apiv1/assetpb"
	"google.golang.org/api/iterator"
	"google.golang.org/api/option"
	"google.golang.org/protobuf/encoding/protojson"

	"demarc/providers/inventory"
)

// An Asset is one resource, or one IAM policy, as Cloud Asset Inventory gives it.
type Asset struct {
	Name     string          // "//storage.googleapis.com/my-bucket"
	Type     string          // "storage.googleapis.com/Bucket"
	Project  string          // its number; "" for what is above projects
	Location string          // as its resource says: "europe-west1", "us", "global"
	Above    []string        // what it is in, the closest first: "projects/1", "folders/2", "organizations/3"
	Data     json.RawMessage // the service's own REST body, or the IAM policy
}

// Assets are assets by the number of their project.
type Assets map[string][]Asset

// Resources is the listing of one type of resource below the root:
// "storage.googleapis.com/Bucket". It is made once.
func Resources(assetType string) *inventory.Call[Assets] {
	return assets(assetType, assetpb.ContentType_RESOURCE, "cloudasset.assets.listResource", assetType)
}

// Policies is the listing of the IAM policies of everything below the root,
// each with what it is attached to.
var Policies = assets("iam policies", assetpb.ContentType_IAM_POLICY, "cloudasset.assets.listIamPolicy")

// OrgPolicies is the listing of the organization policies.
var OrgPolicies = assets("organization policies", assetpb.ContentType_ORG_POLICY, "cloudasset.assets.listOrgPolicy")

func assets(what string, content assetpb.ContentType, action string, types ...string) *inventory.Call[Assets] {
	return &inventory.Call[Assets]{
		Title: "gcp.assets." + what, Level: inventory.AtOrganization, Actions: []string{action},
		Do: func(ctx context.Context, s inventory.Scope) (Assets, error) {
			op := "Cloud Asset Inventory " + what
			all, err := listAssets(Named(ctx, op), s, content, types)
			if err != nil {
				err = &CallError{op, err}
			}
			return all, err
		},
	}
}

func listAssets(ctx context.Context, s inventory.Scope, content assetpb.ContentType, types []string) (Assets, error) {
	root := From(s).Root
	c, err := asset.NewRESTClient(ctx, option.WithHTTPClient(HTTPClient(ctx, s)))
	if err != nil {
		return nil, err
	}
	defer c.Close()
	all := Assets{}
	it := c.ListAssets(ctx, &assetpb.ListAssetsRequest{Parent: root.Parent, AssetTypes: types, ContentType: content, PageSize: 1000})
	seen := map[string]bool{}
	for {
		a, err := it.Next()
		if err == iterator.Done {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		if token := it.PageInfo().Token; it.PageInfo().Remaining() == 0 && token != "" {
			if seen[token] {
				return all, ErrRepeatedToken
			}
			seen[token] = true
		}
		got, err := assetOf(a)
		if err != nil {
			return all, err
		}
		all[got.Project] = append(all[got.Project], got)
	}
}

// NoInventory reports whether Cloud Asset Inventory is switched off or refused,
// so that a service is to be asked itself.
func NoInventory(err error) bool {
	var call *CallError
	if !errors.As(err, &call) || !strings.HasPrefix(call.Operation, "Cloud Asset Inventory") {
		return false
	}
	g := Classify(err, nil)
	return g.Reason == inventory.Disabled || g.Reason == inventory.Denied
}

// HTTPClient is for a client of one of Google's libraries: what it sends goes
// through the guard, the retries and the count, under the context.
func HTTPClient(ctx context.Context, s inventory.Scope) *http.Client {
	return &http.Client{Transport: inContext{ctx, From(s).client.Transport}}
}

// inContext puts a context on requests: the generated client makes its own
// without the one that it is given, which could then not be ended.
type inContext struct {
	ctx  context.Context
	next http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (t inContext) RoundTrip(r *http.Request) (*http.Response, error) {
	return t.next.RoundTrip(r.WithContext(t.ctx))
}

// errUnplaced ends a listing with an asset that does not say where it is: it
// would be lost without a word.
var errUnplaced = errors.New("an asset without its name or its ancestors")

func assetOf(a *assetpb.Asset) (Asset, error) {
	if a.GetName() == "" || len(a.GetAncestors()) == 0 {
		return Asset{}, errUnplaced
	}
	got := Asset{Name: a.GetName(), Type: a.GetAssetType(), Location: a.GetResource().GetLocation(), Above: a.GetAncestors()}
	for _, up := range a.GetAncestors() {
		if n, ok := strings.CutPrefix(up, "projects/"); ok {
			got.Project = n
		}
	}
	var err error
	switch {
	case a.GetResource().GetData() != nil:
		got.Data, err = protojson.Marshal(a.GetResource().GetData())
	case a.GetIamPolicy() != nil:
		got.Data, err = protojson.Marshal(a.GetIamPolicy())
	case len(a.GetOrgPolicy()) > 0:
		var parts []json.RawMessage
		for _, p := range a.GetOrgPolicy() {
			b, bad := protojson.Marshal(p)
			if bad != nil {
				return got, bad
			}
			parts = append(parts, b)
		}
		got.Data, err = json.Marshal(parts)
	}
	return got, err
}

// List makes a Type's List of a listing of assets: build is given each asset
// of the project with its data decoded into P.
func List[P, T any](c *inventory.Call[Assets], build func(inventory.Resource, P) *T) func(context.Context, inventory.Scope) iter.Seq2[*T, error] {
	return func(ctx context.Context, s inventory.Scope) iter.Seq2[*T, error] {
		return func(yield func(*T, error) bool) {
			all, err := c.Get(ctx, s)
			for _, a := range all[From(s).Number] {
				var p P
				if bad := json.Unmarshal(a.Data, &p); bad != nil {
					yield(nil, &CallError{"Cloud Asset Inventory " + a.Type, bad})
					return
				}
				if !yield(build(ResourceOf(s, a), p), nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	}
}

// ResourceOf names an asset: by its full name, with the project's number in
// the place of its id, which may be given anew; the short id is the last word.
func ResourceOf(s inventory.Scope, a Asset) inventory.Resource {
	full := a.Name
	if sess := From(s); sess.ProjectID != "" {
		full = strings.Replace(full+"/", "/projects/"+sess.ProjectID+"/", "/projects/"+a.Project+"/", 1)
		full = strings.TrimSuffix(full, "/")
	}
	var labels struct {
		Labels map[string]string `json:"labels"`
	}
	_ = json.Unmarshal(a.Data, &labels) // what has no labels, or other ones, has none
	region := strings.ToLower(a.Location)
	if region == "global" {
		region = ""
	}
	account := a.Project
	if account == "" {
		account = From(s).Parent
	}
	return inventory.Resource{ID: full[strings.LastIndexByte(full, '/')+1:], Full: full, Account: account, Region: region, Tags: inventory.Of(labels.Labels)}
}

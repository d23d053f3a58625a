package storage

import (
	"context"
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Project is what holds for Cloud Storage in a whole project.
type Project struct {
	inventory.Resource
	Perimeters inventory.Known[[]Perimeter] `fetch:"-"` // those that the project is in
}

// A Perimeter keeps services from being used across its border.
type Perimeter struct {
	Name     string
	Services []string // as it is enforced, not as it is tried out: "storage.googleapis.com"
}

// Projects is the project itself: one row. It makes no call.
var Projects = &inventory.Type[Project]{
	Kind: "gcp.storage.Project", Level: inventory.AtAccount, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Project, error] {
		return func(yield func(*Project, error) bool) {
			at := gcp.From(s)
			yield(&Project{Resource: inventory.Resource{
				ID: at.Number, Full: "//cloudresourcemanager.googleapis.com/projects/" + at.Number, Name: at.ProjectID, Account: s.Account,
				Tags: inventory.Of(map[string]string(nil)),
			}}, nil)
		}
	},
}

// perimeter is the resource of the Access Context Manager API,
// "ServicePerimeter". A bridge restricts nothing by itself.
type perimeter struct {
	Title  string `json:"title"`
	Type   string `json:"perimeterType"`
	Status struct {
		Resources []string `json:"resources"`
		Services  []string `json:"restrictedServices"`
	} `json:"status"`
}

const perimeterType = "identity.accesscontextmanager.googleapis.com/ServicePerimeter"

var listed = gcp.Resources(perimeterType)

// perimeters are those of the organization: from Cloud Asset Inventory where
// the scan reaches up to it, else from Access Context Manager.
var perimeters = &inventory.Call[[]perimeter]{
	Title: "gcp.storage.perimeters", Level: inventory.AtOrganization,
	Actions: append(listed.Permissions(), "accesscontextmanager.policies.list", "accesscontextmanager.servicePerimeters.list"),
	Do: func(ctx context.Context, s inventory.Scope) (all []perimeter, err error) {
		ups, err := gcp.Above.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		if len(ups) > 0 {
			return above(ctx, s, ups[len(ups)-1])
		}
		found, err := listed.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		for _, assets := range found {
			for _, a := range assets {
				var p perimeter
				if err := json.Unmarshal(a.Data, &p); err != nil {
					return nil, &gcp.CallError{Operation: "Cloud Asset Inventory " + a.Type, Err: err}
				}
				all = append(all, p)
			}
		}
		return all, nil
	},
}

const manager = "https://accesscontextmanager.googleapis.com/v1/"

func above(ctx context.Context, s inventory.Scope, organization string) (all []perimeter, err error) {
	if !strings.HasPrefix(organization, "organizations/") {
		return nil, nil // what belongs to no organization can be in no perimeter
	}
	policies, err := gcp.GetAll(ctx, s, manager+"accessPolicies?parent="+organization, func(page struct {
		Policies []struct {
			Name string `json:"name"`
		} `json:"accessPolicies"`
		Next string `json:"nextPageToken"`
	}) (names []string, next string) {
		for _, p := range page.Policies {
			names = append(names, p.Name)
		}
		return names, page.Next
	})
	if err != nil {
		return nil, err
	}
	for _, name := range policies {
		found, err := gcp.GetAll(ctx, s, manager+name+"/servicePerimeters", func(page struct {
			Perimeters []perimeter `json:"servicePerimeters"`
			Next       string      `json:"nextPageToken"`
		}) ([]perimeter, string) {
			return page.Perimeters, page.Next
		})
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// ProjectPerimeters fetches Project.Perimeters.
var ProjectPerimeters = &inventory.Field[Project, []Perimeter]{
	Of: Projects, Column: "perimeters", Uses: []inventory.Source{perimeters},
	At: func(p *Project) *inventory.Known[[]Perimeter] { return &p.Perimeters },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Project) ([]Perimeter, error) {
		all, err := perimeters.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		var in []Perimeter
		for _, p := range all {
			if p.Type != "PERIMETER_TYPE_BRIDGE" && slices.Contains(p.Status.Resources, "projects/"+row.ID) {
				in = append(in, Perimeter{p.Title, p.Status.Services})
			}
		}
		return in, nil
	},
}

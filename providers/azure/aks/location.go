package aks

import (
	"context"
	"errors"
	"fmt"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Location is a region in which a subscription has clusters.
type Location struct {
	inventory.Resource
	Versions inventory.Known[[]Version] `fetch:"-"`
}

// A Version is a minor version of Kubernetes that AKS supports in a region.
type Version struct {
	Minor string                    // "1.32"
	Plans inventory.Known[[]string] // the support plans under which it does
}

// LocationOf is the full id of the Location of a cluster.
func LocationOf(c *Cluster) string { return locationID(c.Account, c.Region) }

func locationID(account, region string) string {
	return "/subscriptions/" + account + "/locations/" + region
}

// Locations lists the regions in which a subscription has clusters. One row
// stands for all clusters of a region: they have the same full id.
var Locations = &inventory.Type[Location]{
	Kind: "azure.aks.Location", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, _ azure.Row, _ struct{}) *Location {
		return &Location{Resource: inventory.Resource{
			ID: r.Region, Full: locationID(r.Account, r.Region), Account: r.Account, Region: r.Region,
			Tags: inventory.Of[map[string]string](nil), // a region takes no tags
		}}
	}),
}

// LocationVersions fetches Location.Versions.
var LocationVersions = &inventory.Field[Location, []Version]{
	Of: Locations, Column: "versions", Actions: []string{"Microsoft.ContainerService/locations/kubernetesVersions/read"},
	At: func(l *Location) *inventory.Known[[]Version] { return &l.Versions },
	Fetch: func(ctx context.Context, s inventory.Scope, l *Location) ([]Version, error) {
		const call = "ARM microsoft.containerservice/locations/kubernetesversions"
		out, err := azure.Get[struct {
			Values *[]struct {
				Version      string `json:"version"`
				Capabilities struct {
					Plans *[]string `json:"supportPlan"`
				} `json:"capabilities"`
			} `json:"values"`
		}](ctx, s, "/subscriptions/"+l.Account+"/providers/Microsoft.ContainerService/locations/"+l.ID+"/kubernetesVersions?api-version=2025-02-01")
		if err != nil {
			return nil, err
		}
		if out.Values == nil || len(*out.Values) == 0 { // no region is without a supported version
			return nil, &azure.CallError{Operation: call, Err: fmt.Errorf("%w: values", errLacking)}
		}
		all := []Version{}
		for _, v := range *out.Values {
			if v.Version == "" {
				return nil, &azure.CallError{Operation: call, Err: fmt.Errorf("%w: version", errLacking)}
			}
			all = append(all, Version{v.Version, inventory.FromPtr(v.Capabilities.Plans, inventory.Unanswered[[]string](call, "capabilities.supportPlan"))})
		}
		return all, nil
	},
}

var errLacking = errors.New("the answer lacks a property that it always holds")

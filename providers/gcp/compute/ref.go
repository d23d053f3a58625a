// Package compute collects what Compute Engine runs and keeps: instances, their
// disks, images, snapshots, addresses and managed groups, and the settings of
// the project that its instances inherit.
package compute

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// prefix begins the full names of Compute Engine's resources.
const prefix = "//compute.googleapis.com/"

// A Home is the project that a listing is of: answers speak of it by its id,
// full names by its number.
type Home struct{ Number, ID string }

// Ref is the full name of what a URL of Compute Engine points to, whole
// ("https://www.googleapis.com/compute/v1/projects/p/global/networks/n") or
// partial ("global/networks/n"); "" for none. What lies in another project
// keeps that project's id.
func (h Home) Ref(url string) string {
	if url == "" {
		return ""
	}
	path := url
	if !strings.HasPrefix(url, "projects/") {
		_, after, whole := strings.Cut(url, "/projects/")
		switch {
		case whole:
			path = "projects/" + after
		default:
			path = "projects/" + h.Number + "/" + strings.TrimPrefix(url, "/")
		}
	}
	if rest, ok := strings.CutPrefix(path, "projects/"+h.ID+"/"); ok && h.ID != "" {
		path = "projects/" + h.Number + "/" + rest
	}
	return prefix + path
}

// InProject reports whether a full name is of a resource of the project with
// that number.
func InProject(full, number string) bool {
	return strings.HasPrefix(full, prefix+"projects/"+number+"/")
}

// Last is the last word of a name or a URL: the short name of what it is of.
func Last(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

// List makes a Type's List of the listings of assets of one shape, one after
// the other: disks of zones and of regions.
func List[P, T any](build func(Home, inventory.Resource, P) *T, calls ...*inventory.Call[gcp.Assets]) func(context.Context, inventory.Scope) iter.Seq2[*T, error] {
	return func(ctx context.Context, s inventory.Scope) iter.Seq2[*T, error] {
		home := Home{Number: gcp.From(s).Number, ID: gcp.From(s).ProjectID}
		return func(yield func(*T, error) bool) {
			for _, c := range calls {
				rows := gcp.List(c, func(r inventory.Resource, p P) *T { return build(home, r, p) })
				for row, err := range rows(ctx, s) {
					if !yield(row, err) || err != nil {
						return
					}
				}
			}
		}
	}
}

// Uses are the calls as a Type's Uses.
func Uses(calls ...*inventory.Call[gcp.Assets]) (all []inventory.Source) {
	for _, c := range calls {
		all = append(all, c)
	}
	return all
}

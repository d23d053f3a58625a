package gcp

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"demarc/providers/inventory"
)

// Manager is the address of Cloud Resource Manager.
const Manager = "https://cloudresourcemanager.googleapis.com/v3/"

const projectType = "cloudresourcemanager.googleapis.com/Project"

// Projects is the listing of the projects below the root.
var Projects = Resources(projectType)

var errNoProject = errors.New("the project is not among what was listed")

// Above is what is above the root of the scan, the closest first:
// "folders/2", "organizations/3". An organization has nothing above it, and
// neither has a project of none. What is below the root says itself what it
// is in.
var Above = &inventory.Call[[]string]{
	Title: "gcp.above", Level: inventory.AtOrganization,
	Actions: []string{"resourcemanager.projects.get", "resourcemanager.folders.get"},
	Do: func(ctx context.Context, s inventory.Scope) (all []string, err error) {
		for at := From(s).Parent; !strings.HasPrefix(at, "organizations/"); {
			up, err := Get[struct {
				Parent string `json:"parent"`
			}](ctx, s, Manager+at)
			if err != nil {
				return all, err
			}
			if up.Parent == "" { // a project may belong to no organization
				return all, nil
			}
			all = append(all, up.Parent)
			at = up.Parent
		}
		return all, nil
	},
}

// Ancestors is what a project is in, the closest first, without the project
// itself.
var Ancestors = &inventory.Call[[]string]{
	Title: "gcp.ancestors", Level: inventory.AtAccount,
	Actions: append(Projects.Permissions(), Above.Permissions()...),
	Do: func(ctx context.Context, s inventory.Scope) (all []string, err error) {
		if root := From(s).Parent; strings.HasPrefix(root, "projects/") {
			return Above.Get(ctx, s)
		}
		projects, err := Projects.Get(ctx, s)
		own := projects[From(s).Number]
		if len(own) == 0 {
			return nil, cmp.Or(err, error(&CallError{"Cloud Asset Inventory " + projectType, errNoProject}))
		}
		for _, up := range own[0].Above {
			if !strings.HasPrefix(up, "projects/") {
				all = append(all, up)
			}
		}
		return all, nil
	},
}

package connect

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// projects lists those below the root: by itself a project; else what Cloud
// Asset Inventory holds, which reaches through folders. Where the inventory
// cannot be read, Cloud Resource Manager lists the projects that the caller
// sees, and the Gap is told.
func (p *Provider) projects(ctx context.Context, s inventory.Scope) ([]project, []inventory.Gap, error) {
	if strings.HasPrefix(p.root.Parent, "projects/") {
		one, err := gcp.Get[project](ctx, s, gcp.Manager+p.root.Parent)
		if err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", p.root.Parent, err)
		}
		_, err = gcp.Projects.Get(ctx, s)
		return []project{one}, notRead(s, err), nil
	}
	assets, err := gcp.Projects.Get(ctx, s)
	if err == nil {
		all, err := projectsOf(assets)
		return all, nil, err
	}
	found, searchErr := searched(ctx, s, p.root.Parent)
	if searchErr != nil {
		return nil, nil, fmt.Errorf("listing the projects below %s: %w", p.root.Parent, err)
	}
	return found, notRead(s, err), nil
}

// notRead is the Gap of an inventory that could not be asked: what the services
// are asked for in its place does not hide that.
func notRead(s inventory.Scope, err error) []inventory.Gap {
	if err == nil {
		return nil
	}
	gap := gcp.Classify(err, gcp.Projects.Permissions())
	gap.Where = s.String()
	return []inventory.Gap{gap}
}

// searched lists the projects that the caller sees and that are below parent.
func searched(ctx context.Context, s inventory.Scope, parent string) (below []project, err error) {
	all, err := gcp.GetAll(gcp.Named(ctx, "cloudresourcemanager projects:search"), s, gcp.Manager+"projects:search", func(p struct {
		Projects []project `json:"projects"`
		Next     string    `json:"nextPageToken"`
	}) ([]project, string) {
		return p.Projects, p.Next
	})
	if err != nil {
		return nil, err
	}
	up := map[string]string{} // the parent of each folder
	for _, pr := range all {
		in, err := within(ctx, s, pr.Parent, parent, up)
		if err != nil {
			return nil, err
		}
		if in {
			below = append(below, pr)
		}
	}
	slices.SortFunc(below, func(a, b project) int { return strings.Compare(a.Name, b.Name) })
	return below, nil
}

// within reports whether at is parent, or below it.
func within(ctx context.Context, s inventory.Scope, at, parent string, up map[string]string) (bool, error) {
	for range 11 { // folders go ten deep
		if at == parent {
			return true, nil
		}
		if !strings.HasPrefix(at, "folders/") {
			return false, nil
		}
		if _, ok := up[at]; !ok {
			f, err := gcp.Get[struct {
				Parent string `json:"parent"`
			}](ctx, s, gcp.Manager+at)
			if err != nil {
				return false, err
			}
			up[at] = f.Parent
		}
		at = up[at]
	}
	return false, nil
}

// projectsOf reads projects off their assets: the body is that of Cloud
// Resource Manager v1, or v3.
func projectsOf(assets gcp.Assets) (all []project, err error) {
	for number, list := range assets {
		for _, a := range list {
			var p struct {
				ProjectID      string `json:"projectId"`
				LifecycleState string `json:"lifecycleState"`
				State          string `json:"state"`
			}
			if err := json.Unmarshal(a.Data, &p); err != nil {
				return nil, fmt.Errorf("reading the project %s: %w", a.Name, err)
			}
			if p.ProjectID == "" || number == "" {
				return nil, fmt.Errorf("reading the project %s: the answer lacks its id", a.Name)
			}
			state := p.State
			if state == "" {
				state = p.LifecycleState
			}
			all = append(all, project{Name: "projects/" + number, ProjectID: p.ProjectID, State: state})
		}
	}
	slices.SortFunc(all, func(a, b project) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

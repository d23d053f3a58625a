package connect

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"demarc/providers/gcp"
)

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

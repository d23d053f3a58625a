package databricks

import (
	"context"
	"errors"
	"fmt"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

var errLacking = errors.New("the answer lacks a property that it always holds")

func lacking(call, what string) error {
	return &azure.CallError{Operation: call, Err: fmt.Errorf("%w: %s", errLacking, what)}
}

// A Setting is a diagnostic setting: it sends logs of a workspace somewhere.
type Setting struct {
	Name string
	Logs inventory.Known[[]Log]
}

// A Log is a category, or a group of them, that a setting sends on or not.
type Log struct {
	Category, Group string
	Enabled         inventory.Known[bool]
}

// WorkspaceDiagnostics fetches Workspace.Diagnostics.
var WorkspaceDiagnostics = &inventory.Field[Workspace, []Setting]{
	Of: Workspaces, Column: "diagnostics", Actions: []string{"Microsoft.Insights/diagnosticSettings/read"},
	At: func(w *Workspace) *inventory.Known[[]Setting] { return &w.Diagnostics },
	Fetch: func(ctx context.Context, s inventory.Scope, w *Workspace) ([]Setting, error) {
		const call = "ARM microsoft.insights/diagnosticsettings"
		out, err := azure.GetAll[struct {
			Name       string `json:"name"`
			Properties struct {
				Logs *[]struct {
					Category string `json:"category"`
					Group    string `json:"categoryGroup"`
					Enabled  *bool  `json:"enabled"`
				} `json:"logs"`
			} `json:"properties"`
		}](ctx, s, w.Full+"/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview")
		if err != nil {
			return nil, azure.Gone(err)
		}
		all := []Setting{}
		for _, j := range out {
			set := Setting{Name: j.Name, Logs: inventory.Unanswered[[]Log](call, "logs")}
			if j.Properties.Logs != nil {
				logs := []Log{}
				for _, l := range *j.Properties.Logs {
					logs = append(logs, Log{l.Category, l.Group, inventory.FromPtr(l.Enabled, inventory.Unanswered[bool](call, "logs.enabled"))})
				}
				set.Logs = inventory.Of(logs)
			}
			all = append(all, set)
		}
		return all, nil
	},
}

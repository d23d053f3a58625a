package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	azurechecks "demarc/checks/azure"
	azureconnect "demarc/providers/azure/connect"
)

// azureRole is a custom role as "az role definition create" takes it ("Azure
// custom roles", custom role properties).
type azureRole struct {
	Name             string
	IsCustom         bool
	Description      string
	Actions          []string
	NotActions       []string
	DataActions      []string
	NotDataActions   []string
	AssignableScopes []string
}

func (a *app) azurePermissions() *cobra.Command {
	var s selection
	var scopes []string
	var graph bool
	c := &cobra.Command{
		Use: "azure", Short: "Print the custom role that the chosen checks need",
		Long: `Print the custom role that the chosen checks need, and nothing more, as JSON for
"az role definition create --role-definition @role.json". What the checks read of the
directory is no part of a role: --graph prints the permissions of Microsoft Graph that the
application needs, for its administrator to consent to.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			for _, sc := range scopes {
				if !strings.HasPrefix(sc, "/") {
					return usagef("the scope %q is no path: give /subscriptions/ID or /providers/Microsoft.Management/managementGroups/NAME", sc)
				}
			}
			chosen, _, err := s.choose(azurechecks.All, nil)
			if err != nil {
				return err
			}
			actions, directory := azureActions(permissionsOf(azureconnect.Actions, chosen, s.evidenceOf("azure")))
			if graph {
				return a.printJSON(directory)
			}
			if len(scopes) == 0 {
				scopes = []string{"/subscriptions/<subscription id>"}
				fmt.Fprintln(a.stderr, "the role names a subscription in <angle brackets>: put yours there, or give --scope")
			}
			if len(directory) > 0 {
				fmt.Fprintf(a.stderr, "beside the role the checks read Microsoft Graph, with %s (demarc permissions azure --graph)\n", strings.Join(directory, ", "))
			}
			return a.printJSON(azureRole{
				Name: "demarc reader", IsCustom: true, Description: "What demarc reads, and nothing more.",
				Actions: actions, NotActions: []string{}, DataActions: []string{}, NotDataActions: []string{}, AssignableScopes: scopes,
			})
		},
	}
	c.Flags().StringSliceVar(&scopes, "scope", nil, "where the role can be assigned: /subscriptions/ID, or a management group's id")
	c.Flags().BoolVar(&graph, "graph", false, "print the permissions of Microsoft Graph instead")
	s.flags(c.Flags())
	return c
}

// azureActions parts the actions of Azure Resource Manager, each once in
// whatever case, from the permissions of Microsoft Graph, which are no paths.
func azureActions(all []string) (actions, graph []string) {
	seen := map[string]int{}
	for _, p := range all {
		if !strings.Contains(p, "/") {
			graph = append(graph, p)
			continue
		}
		key := strings.ToLower(p)
		at, ok := seen[key]
		switch {
		case !ok:
			seen[key] = len(actions)
			actions = append(actions, p)
		case actions[at] == key: // the provider's own spelling reads better
			actions[at] = p
		}
	}
	slices.SortFunc(actions, func(x, y string) int { return strings.Compare(strings.ToLower(x), strings.ToLower(y)) })
	return actions, graph
}

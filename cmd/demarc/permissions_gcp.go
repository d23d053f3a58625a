package main

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"

	gcpchecks "demarc/checks/gcp"
	gcpconnect "demarc/providers/gcp/connect"
)

// gcpRole is a custom role as "gcloud iam roles create --file" takes it
// ("Create and manage custom roles").
type gcpRole struct {
	Title               string   `yaml:"title"`
	Description         string   `yaml:"description"`
	Stage               string   `yaml:"stage"`
	IncludedPermissions []string `yaml:"includedPermissions"`
}

func (a *app) gcpPermissions() *cobra.Command {
	var s selection
	var level string
	c := &cobra.Command{
		Use: "gcp", Short: "Print the custom role that the chosen checks need",
		Long: `Print the custom role that the chosen checks need, and nothing more, as YAML for
"gcloud iam roles create demarc --organization ID --file role.yaml". A role of a project
cannot hold the permissions of folders and organizations: --level project leaves them out.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if level != "organization" && level != "project" {
				return usagef("unknown level %q: organization or project", level)
			}
			chosen, _, err := s.choose(gcpchecks.All, nil)
			if err != nil {
				return err
			}
			all := permissionsOf(gcpconnect.Actions, chosen, s.evidenceOf("gcp"))
			if level == "project" {
				all = ofProjects(all)
			}
			out, err := yaml.Marshal(gcpRole{"demarc reader", "What demarc reads, and nothing more.", "GA", all})
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(a.stdout, string(out))
			return err
		},
	}
	c.Flags().StringVar(&level, "level", "organization", "where the role is made: organization or project")
	s.flags(c.Flags())
	return c
}

// ofProjects leaves out what only an organization's role can hold ("Create and
// manage custom roles", custom role limitations).
func ofProjects(all []string) (kept []string) {
	for _, p := range all {
		if !strings.HasPrefix(p, "resourcemanager.folders.") && !strings.HasPrefix(p, "resourcemanager.organizations.") && !strings.HasPrefix(p, "accesscontextmanager.") {
			kept = append(kept, p)
		}
	}
	return kept
}

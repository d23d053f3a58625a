package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarc/checks"
	awschecks "demarc/checks/aws"
	awsconnect "demarc/providers/aws/connect"
	"demarc/providers/inventory"
)

// maxPolicy is how many characters a managed policy may have, white space not
// counted (IAM User Guide, "IAM and AWS STS quotas").
const maxPolicy = 6144

func (a *app) permissionsCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "permissions", Short: "Print the least privilege that a scan needs",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usagef("permissions of which cloud? demarc permissions aws, azure or gcp")
		},
	}
	c.AddCommand(a.awsPermissions(), a.azurePermissions(), a.gcpPermissions())
	return c
}

func (a *app) awsPermissions() *cobra.Command {
	var s selection
	c := &cobra.Command{
		Use: "aws", Short: "Print the IAM policy that the chosen checks need",
		Long: "Print the IAM policy that the chosen checks need, and nothing more, as JSON. Where it\nwould be longer than a managed policy may be, it is a list of policies: attach them all.",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			chosen, _, err := s.choose(awschecks.All, nil)
			if err != nil {
				return err
			}
			policies := policiesOf(permissionsOf(awsconnect.Actions, chosen, s.evidenceOf("aws")))
			var out any = policies
			if len(policies) == 1 {
				out = policies[0]
			} else {
				fmt.Fprintf(a.stderr, "%d policies: one would be longer than the %d characters that IAM allows; attach them all\n", len(policies), maxPolicy)
			}
			return a.printJSON(out)
		},
	}
	s.flags(c.Flags())
	return c
}

func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// permissionsOf lists what the checks' needs and the evidence take, and what
// every scan takes.
func permissionsOf(always []string, chosen []*checks.Check, said []*checks.EvidenceSource) []string {
	all := slices.Clone(always)
	take := func(needs []inventory.Source) {
		for _, n := range needs {
			all = append(all, n.Permissions()...)
		}
	}
	for _, c := range chosen {
		take(c.Needs)
	}
	for _, e := range said {
		take(e.Needs)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// evidenceOf is what one cloud says of its half.
func (s *selection) evidenceOf(cloud string) (own []*checks.EvidenceSource) {
	for _, e := range s.evidence() {
		if strings.HasPrefix(e.ID, cloud+"-") {
			own = append(own, e)
		}
	}
	return own
}

type iamPolicy struct {
	Version   string
	Statement []iamStatement
}

type iamStatement struct {
	Sid      string
	Effect   string
	Action   []string
	Resource string
}

// policiesOf packs actions into as few policies as their length allows.
func policiesOf(actions []string) (all []iamPolicy) {
	var part []string
	flush := func() {
		if len(part) > 0 {
			all = append(all, iamPolicy{"2012-10-17", []iamStatement{{fmt.Sprintf("DemarcRead%d", len(all)+1), "Allow", part, "*"}}})
			part = nil
		}
	}
	size := 0
	for _, action := range actions {
		if n := len(action) + len(`"",`); size+n > maxPolicy-200 {
			flush()
			size = 0
		}
		size += len(action) + len(`"",`)
		part = append(part, action)
	}
	flush()
	return all
}

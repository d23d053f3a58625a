package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/cloud"
	"github.com/spf13/cobra"

	"demarc/checks"
	"demarc/checks/all"
	"demarc/cmd/demarc/doctor"
	"demarc/providers/azure"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// endpoints are the addresses that each cloud's login needs; the environment
// variables of the SDKs that name others count. None for an Azure cloud that
// there is not: the login says so.
func endpoints(name, azureCloud string, getenv func(string) string) []string {
	switch name {
	case "aws":
		if own := getenv("AWS_ENDPOINT_URL"); own != "" {
			return []string{own}
		}
		return []string{"https://sts.us-east-1.amazonaws.com"}
	case "azure":
		c, ok := azure.Clouds[azureCloud]
		if !ok {
			return nil
		}
		return []string{c.ActiveDirectoryAuthorityHost, c.Services[cloud.ResourceManager].Endpoint, c.Graph}
	}
	return []string{"https://oauth2.googleapis.com", "https://cloudasset.googleapis.com"}
}

func (a *app) doctorCommand() *cobra.Command {
	var s selection
	var w ways
	var quick bool
	c := &cobra.Command{
		Use: "doctor [aws] [azure] [gcp]", Short: "Say what stands between you and a scan, and what to do about it",
		Long: `Say which credentials are found and from where, who they are, what they reach, which of the
permissions that the chosen checks need are missing (by trying the reads), and what is wrong
with the clock, the proxy or TLS. Without a cloud: those for which there seem to be credentials.`,
		Args: func(_ *cobra.Command, args []string) error {
			for _, name := range args {
				if _, ok := clouds[name]; !ok {
					return usagef("unknown cloud %q: use %s", name, strings.Join(cloudNames, ", "))
				}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				for _, name := range cloudNames {
					if len(signs(name, os.Getenv, os.Stat)) > 0 {
						args = append(args, name)
					}
				}
			}
			if len(args) == 0 {
				args = cloudNames
			}
			chosen, _, err := s.choose(ofClouds(all.Checks, args), nil)
			if err != nil {
				return err
			}
			w.scanID = newScanID()
			return a.doctor(cmd.Context(), &w, args, chosen, quick)
		},
	}
	s.flags(c.Flags())
	w.flags(c.Flags())
	c.Flags().BoolVar(&quick, "quick", false, "do not try the reads")
	return c
}

func (a *app) doctor(ctx context.Context, w *ways, names []string, chosen []*checks.Check, quick bool) error {
	ill := 0
	for i, name := range names {
		if i > 0 {
			fmt.Fprintln(a.stdout)
		}
		fmt.Fprintf(a.stdout, "%s\n", cloudTitles[name])
		d := doctor.Doctor{Out: a.stdout}
		if found := signs(name, os.Getenv, os.Stat); len(found) > 0 {
			d.Good("signs of credentials: %s", strings.Join(found, ", "))
		} else {
			d.Bad("log in: demarc scan "+name+" --help says how", "no sign of credentials")
		}
		for _, address := range endpoints(name, w.azure.Cloud, os.Getenv) {
			d.Reach(ctx, http.DefaultClient, address, time.Now)
		}
		d.Proxy(os.Getenv)
		p, as, err := w.enter(ctx, name)
		if err != nil {
			d.Bad("", "the login does not work: %s", firstLines(err))
			ill += d.Ill
			continue
		}
		d.Good("logged in: %s", as)
		if !quick {
			a.examine(ctx, &d, name, p, ofClouds(chosen, []string{name}))
		}
		ill += d.Ill
	}
	if ill > 0 {
		return outcome(exitUnread)
	}
	return nil
}

// examine tries what the chosen checks read, and tells what was refused.
func (a *app) examine(ctx context.Context, d *doctor.Doctor, name string, p scanner.Provider, chosen []*checks.Check) {
	watch := &inventory.Watch{}
	done := a.showProgress(watch)
	s, err := scanner.Run(ctx, scanner.Config{Providers: []scanner.Provider{p}, Checks: chosen, Evidence: all.Evidence, ScanID: "doctor", Version: version, Log: a.log, Watch: watch})
	done()
	if err != nil {
		d.Bad("", "nothing can be listed: %s", firstLines(err))
		return
	}
	defer s.Close()
	d.Examine(s.Summary(), "demarc permissions "+name)
}

// firstLines keeps an error short: the SDKs' own run over many lines.
func firstLines(err error) string {
	lines := strings.Split(err.Error(), "\n")
	return strings.Join(lines[:min(4, len(lines))], "\n      ")
}

// signs lists what looks like credentials of a cloud, by where it is.
func signs(cloud string, getenv func(string) string, stat statFunc) (found []string) {
	for _, s := range signsOf[cloud] {
		if s.variable != "" && getenv(s.variable) != "" {
			found = append(found, s.variable)
		}
		if path := s.path(getenv); path != "" {
			if _, err := stat(path); err == nil {
				found = append(found, path)
			}
		}
	}
	return slices.Compact(found)
}

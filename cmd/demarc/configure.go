package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"demarc/checks"
	"demarc/checks/all"
	"demarc/cmd/demarc/config"
)

// configured are the settings that a scan has beside its flags.
type configured struct {
	path       string
	params     []string // "check-id.parameter=value"
	file       *config.File
	values     checks.Params
	severities map[string]checks.Severity
}

func (c *configured) flags(f *pflag.FlagSet) {
	f.StringVar(&c.path, "config", "", "the configuration file (default: "+config.Name+" in the working directory, where there is one)")
	f.StringArrayVar(&c.params, "param", nil, "a threshold: CHECK.PARAMETER=VALUE; lists with commas")
}

// configure settles a command's flags: those given count over the environment
// (DEMARC_FAIL_ON for --fail-on), and that over the file.
func (a *app) configure(c *configured, f *pflag.FlagSet, getenv func(string) string) error {
	path := c.path
	if path == "" {
		path = getenv("DEMARC_CONFIG")
	}
	if path == "" {
		if _, err := os.Stat(config.Name); errors.Is(err, fs.ErrNotExist) {
			path = ""
		} else {
			path = config.Name
		}
	}
	settings := map[string][]string{}
	if path != "" {
		file, err := config.Load(path)
		if err != nil {
			return usageError{err}
		}
		c.file, settings = file, file.Flags()
	}
	given := map[string]bool{}
	f.Visit(func(flag *pflag.Flag) { given[flag.Name] = true })
	environment := map[string][]string{}
	f.VisitAll(func(flag *pflag.Flag) {
		if env := getenv(variable(flag.Name)); env != "" && flag.Name != "config" {
			environment[flag.Name] = []string{env}
		}
	})
	if err := fill(f, given, environment, variable); err != nil {
		return err
	}
	if err := fill(f, given, settings, func(name string) string { return path + ": " + name }); err != nil {
		return err
	}
	return c.settle()
}

// together are flags that mean something with each other alone: who gives one
// of them anew gives all of them anew.
var together = [][]string{{"format", "output"}, {"project", "folder", "organization"}}

// fill sets the flags of f that are not given yet, and says that they are.
// Errors begin with what the setting is called where it came from.
func fill(f *pflag.FlagSet, given map[string]bool, settings map[string][]string, called func(flag string) string) error {
	was := maps.Clone(given)
	for _, group := range together {
		if slices.ContainsFunc(group, func(name string) bool { return given[name] }) {
			for _, name := range group {
				was[name] = true
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		if was[name] || f.Lookup(name) == nil {
			continue
		}
		for _, v := range settings[name] {
			if err := f.Set(name, v); err != nil {
				return usagef("%s: %w", called(name), err)
			}
		}
		given[name] = true
	}
	return nil
}

// variable is the environment variable of a flag.
func variable(flag string) string {
	return "DEMARC_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// settle reads the thresholds and the severities.
func (c *configured) settle() error {
	c.values, c.severities = checks.Params{}, map[string]checks.Severity{}
	if c.file != nil {
		for name, v := range c.file.Parameters {
			value, err := parameter(name, v)
			if err != nil {
				return usageError{c.file.Errorf("$.parameters.'"+name+"'", "%s", err)}
			}
			c.values[name] = value
		}
		for id, word := range c.file.Severity {
			s, err := checks.ParseSeverity(word)
			if err == nil && checkByID(id) == nil {
				err = fmt.Errorf("unknown check %q%s", id, suggest(id, checkIDs()))
			}
			if err != nil {
				return usageError{c.file.Errorf("$.severity.'"+id+"'", "%s", err)}
			}
			c.severities[id] = s
		}
	}
	for _, p := range c.params {
		name, text, ok := strings.Cut(p, "=")
		if !ok {
			return usagef("--param %q: give CHECK.PARAMETER=VALUE", p)
		}
		value, err := parameter(name, text)
		if err != nil {
			return usagef("--param %s: %w", p, err)
		}
		c.values[name] = value
	}
	return nil
}

func checkByID(id string) *checks.Check {
	if i := slices.IndexFunc(all.Checks, func(c *checks.Check) bool { return c.ID == id }); i >= 0 {
		return all.Checks[i]
	}
	return nil
}

func checkIDs() map[string]bool {
	ids := map[string]bool{}
	for _, c := range all.Checks {
		ids[c.ID] = true
	}
	return ids
}

// parameter reads the value of "check-id.parameter" as the kind of its default.
func parameter(name string, v any) (any, error) {
	id, param, _ := strings.Cut(name, ".")
	c := checkByID(id)
	if c == nil {
		return nil, fmt.Errorf("unknown check %q%s", id, suggest(id, checkIDs()))
	}
	i := slices.IndexFunc(c.Params, func(p *checks.Param) bool { return p.Name == param })
	if i < 0 {
		known := map[string]bool{}
		for _, p := range c.Params {
			known[p.Name] = true
		}
		return nil, fmt.Errorf("%s has no parameter %q%s", id, param, suggest(param, known))
	}
	switch c.Params[i].Default.(type) {
	case int:
		n, err := strconv.Atoi(fmt.Sprint(v))
		if err != nil {
			return nil, fmt.Errorf("%v is no whole number", v)
		}
		return n, nil
	case []string:
		return words(v), nil
	}
	return fmt.Sprint(v), nil
}

// words reads a list, or text with commas.
func words(v any) (out []string) {
	if list, ok := v.([]any); ok {
		for _, e := range list {
			out = append(out, fmt.Sprint(e))
		}
		return out
	}
	for _, w := range strings.Split(fmt.Sprint(v), ",") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// apply gives checks the severities that are set for them.
func (c *configured) apply(chosen []*checks.Check) []*checks.Check {
	if len(c.severities) == 0 {
		return chosen
	}
	out := slices.Clone(chosen)
	for i, ck := range out {
		if s, ok := c.severities[ck.ID]; ok {
			changed := *ck
			changed.Severity, changed.SetByUser = s, true
			out[i] = &changed
		}
	}
	return out
}

func (a *app) configCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "config", Short: "Check the configuration file, or make one", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usagef("config needs check or init: demarc config check [FILE], demarc config init [FILE]")
		},
	}
	c.AddCommand(&cobra.Command{
		Use: "check [FILE]", Short: "Say what is wrong with a configuration file", Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path := config.Name
			if len(args) > 0 {
				path = args[0]
			}
			return a.checkConfig(path)
		},
	}, &cobra.Command{
		Use: "init [FILE]", Short: "Write a commented configuration file to begin with", Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path := config.Name
			if len(args) > 0 {
				path = args[0]
			}
			f, err := os.OpenFile(filepath.Clean(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
			if errors.Is(err, fs.ErrExist) {
				return usagef("%s is there already: it is left as it is", path)
			}
			if err != nil {
				return fmt.Errorf("cannot write the configuration: %w", err)
			}
			_, err = f.WriteString(config.Example)
			return errors.Join(err, f.Close())
		},
	})
	return c
}

// checkConfig tries a file as a scan of all clouds would.
func (a *app) checkConfig(path string) error {
	var f scanFlags
	var w ways
	set := pflag.NewFlagSet("scan", pflag.ContinueOnError)
	f.flags(set)
	w.flags(set)
	f.path = path
	if err := a.configure(&f.configured, set, func(string) string { return "" }); err != nil {
		return err
	}
	if f.failOn != "none" {
		if _, err := checks.ParseSeverity(f.failOn); err != nil {
			return usageError{f.file.Errorf("$.failOn", "%s, or none", err)}
		}
	}
	chosen, manual, err := f.choose(all.Checks, all.Controls)
	if err != nil {
		return usageError{f.file.Errorf("$.checks", "%s", err)}
	}
	fmt.Fprintf(a.stdout, "%s: %d checks, %d controls for a person, %d thresholds, %d reports\n", path, len(chosen), len(manual), len(f.values), len(f.formats))
	return nil
}

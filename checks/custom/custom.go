// Package custom compiles checks that users write: an expression of CEL over
// the rows of the inventory, with the same unknowns as the built-in checks.
package custom

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/ext"

	"demarc/checks"
	"demarc/providers/inventory"
)

// A Spec is a check as its file has it; docs/custom-checks.md describes it.
type Spec struct {
	ID       string   `yaml:"id"`
	Title    string   `yaml:"title"`
	Why      string   `yaml:"why"`
	Severity string   `yaml:"severity"`
	Area     string   `yaml:"area"`
	Resource string   `yaml:"resource"` // a kind: "aws.s3.Bucket"
	When     string   `yaml:"when"`     // which resources it is for; all where empty
	Expr     string   `yaml:"expr"`     // what holds when all is well
	Message  string   `yaml:"message"`  // of a failure
	Link     string   `yaml:"link"`
	Fix      Fix      `yaml:"fix"`
	Tests    []Sample `yaml:"tests"`
}

// A Fix says what to do about a failure.
type Fix struct {
	Console   string `yaml:"console"`
	CLI       string `yaml:"cli"`
	Terraform string `yaml:"terraform"`
}

// A Compiler turns Specs into checks over the kinds of resources that there are.
type Compiler struct{ shapes map[string]*inventory.Shape }

// NewCompiler knows the kinds among the needs of some checks.
func NewCompiler(of []*checks.Check) *Compiler {
	var all []inventory.Source
	for _, c := range of {
		all = append(all, c.Needs...)
	}
	return &Compiler{inventory.Shapes(all)}
}

// Kinds lists the kinds that a check can be about.
func (c *Compiler) Kinds() []string { return slices.Sorted(maps.Keys(c.shapes)) }

// An Error is a mistake in one entry of a Spec, with its place in an
// expression where it is in one.
type Error struct {
	Key          string // "expr", "severity"
	Line, Column int    // in the expression, from 1; 0 where the whole entry is wrong
	What         string
}

func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s, line %d, column %d: %s", e.Key, e.Line, e.Column, e.What)
	}
	return e.Key + ": " + e.What
}

var idForm = regexp.MustCompile(`^[a-z0-9]+-custom-[a-z0-9]+(-[a-z0-9]+)*$`)

// A Compiled is a check that is ready to run, and to be tried on samples.
type Compiled struct {
	Check *checks.Check
	spec  Spec
	shape *inventory.Shape
	types *provider
	when  cel.Program // nil: for all
	expr  cel.Program
}

// Compile checks a Spec in every part.
func (c *Compiler) Compile(s Spec) (*Compiled, error) {
	out := &Compiled{spec: s, shape: c.shapes[s.Resource]}
	severity, area, err := c.plain(s)
	if err != nil {
		return nil, err
	}
	if out.types, err = newProvider(); err != nil {
		return nil, err
	}
	out.types.rename(rowType(out.shape), s.Resource)
	env, err := out.types.env(s.Resource)
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	if out.expr, err = program(env, "expr", s.Expr, used); err != nil {
		return nil, err
	}
	if s.When != "" {
		if out.when, err = program(env, "when", s.When, used); err != nil {
			return nil, err
		}
	}
	out.Check = &checks.Check{
		ID: s.ID, Title: s.Title, Why: s.Why, Severity: severity, Area: area, Link: s.Link,
		Fix:   checks.Fix{Console: s.Fix.Console, CLI: s.Fix.CLI, Terraform: s.Fix.Terraform},
		Needs: out.needs(used), Run: checks.EachRow(out.shape, out.look),
	}
	return out, nil
}

// plain checks all but the expressions.
func (c *Compiler) plain(s Spec) (checks.Severity, checks.Area, error) {
	for key, v := range map[string]string{"id": s.ID, "title": s.Title, "why": s.Why, "severity": s.Severity, "area": s.Area, "resource": s.Resource, "expr": s.Expr} {
		if strings.TrimSpace(v) == "" {
			return 0, "", &Error{Key: key, What: "is missing"}
		}
	}
	shape := c.shapes[s.Resource]
	if shape == nil {
		return 0, "", &Error{Key: "resource", What: fmt.Sprintf("there is no kind %q%s; demarc checks new lists them", s.Resource, nearest(s.Resource, c.Kinds()))}
	}
	cloud, _, _ := strings.Cut(s.Resource, ".")
	if !idForm.MatchString(s.ID) || !strings.HasPrefix(s.ID, cloud+"-custom-") {
		return 0, "", &Error{Key: "id", What: fmt.Sprintf("%q is to be %s-custom- and words of small letters and digits, joined by hyphens", s.ID, cloud)}
	}
	severity, err := checks.ParseSeverity(s.Severity)
	if err != nil {
		return 0, "", &Error{Key: "severity", What: err.Error()}
	}
	if !slices.Contains(checks.Areas, checks.Area(s.Area)) {
		return 0, "", &Error{Key: "area", What: fmt.Sprintf("there is no area %q: use one of %v", s.Area, checks.Areas)}
	}
	return severity, checks.Area(s.Area), nil
}

// nearest names the kinds of the same service.
func nearest(kind string, all []string) string {
	service, _, _ := strings.Cut(strings.ToLower(kind), ".")
	parts := strings.Split(strings.ToLower(kind), ".")
	if len(parts) > 1 {
		service = parts[0] + "." + parts[1]
	}
	var near []string
	for _, k := range all {
		if ok, _ := path.Match(service+".*", strings.ToLower(k)); ok {
			near = append(near, k)
		}
	}
	if len(near) == 0 {
		return ""
	}
	return ": of that service there are " + strings.Join(near, ", ")
}

// rename registers a row under its kind.
func (p *provider) rename(row reflect.Type, kind string) {
	name := p.register(row)
	p.structs[kind] = p.structs[name]
	delete(p.structs, name)
	p.names[row] = kind
}

func (p *provider) env(kind string) (*cel.Env, error) {
	return cel.NewEnv(
		cel.CustomTypeProvider(p), ext.Strings(), ext.Lists(), ext.Sets(),
		cel.Variable("resource", cel.ObjectType(kind)), cel.Variable("now", cel.TimestampType),
	)
}

// program compiles one expression, and notes the fields of the resource that
// it reads.
func program(env *cel.Env, key, text string, used map[string]bool) (cel.Program, error) {
	tree, issues := env.Compile(text)
	if issues != nil && issues.Err() != nil {
		first := issues.Errors()[0]
		return nil, &Error{Key: key, Line: first.Location.Line(), Column: first.Location.Column() + 1, What: first.Message}
	}
	if tree.OutputType() != cel.BoolType {
		return nil, &Error{Key: key, What: fmt.Sprintf("is %s, and is to be true or false", tree.OutputType())}
	}
	checked := tree.NativeRep()
	var mistake error
	ast.PostOrderVisit(checked.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		if e.Kind() != ast.SelectKind {
			return
		}
		if e.AsSelect().IsTestOnly() && checked.GetType(e.AsSelect().Operand().ID()).Kind() == types.StructKind {
			at := checked.SourceInfo().GetStartLocation(e.ID())
			mistake = &Error{Key: key, Line: at.Line(), Column: at.Column() + 1, What: "every resource has the field " + e.AsSelect().FieldName() + ": compare its value"}
		}
		if of := e.AsSelect().Operand(); of.Kind() == ast.IdentKind && of.AsIdent() == "resource" {
			used[e.AsSelect().FieldName()] = true
		}
	}))
	if mistake != nil {
		return nil, mistake
	}
	return env.Program(tree, cel.InterruptCheckFrequency(100), cel.CostLimit(1_000_000))
}

// needs are the listing, and what fetches the fields that are read.
func (c *Compiled) needs(used map[string]bool) []inventory.Source {
	all := []inventory.Source{c.shape.Source()}
	for _, name := range slices.Sorted(maps.Keys(used)) {
		if f := c.shape.Fetch(c.types.structs[c.spec.Resource][name].name); f != nil {
			all = append(all, f)
		}
	}
	return all
}

// errBroken wraps what an expression ran into on a resource.
var errBroken = errors.New("the expression broke")

// eval is the outcome of one expression: true, false, or not known.
func (c *Compiled) eval(p cel.Program, row any, now time.Time) (yes, known bool, t *trace, err error) {
	t = &trace{read: map[string]any{}}
	v := reflect.ValueOf(row).Elem()
	resource := &object{provider: c.types, v: v, name: c.spec.Resource, trace: t}
	out, _, err := p.Eval(map[string]any{"resource": resource, "now": types.Timestamp{Time: now}})
	switch {
	case out != nil && types.IsUnknown(out):
		return false, false, t, nil
	case err != nil:
		return false, false, t, fmt.Errorf("%w: %w", errBroken, err)
	}
	b, ok := out.(types.Bool)
	if !ok {
		return false, false, t, fmt.Errorf("%w: it gave %v", errBroken, out)
	}
	return bool(b), true, t, nil
}

// look judges one resource.
func (c *Compiled) look(p *checks.Probe, row any) {
	if c.when != nil {
		yes, known, t, err := c.eval(c.when, row, p.Inv.Now)
		if c.stopped(p, known, t, err) {
			return
		}
		if !yes {
			p.Skipf("not for it: %s", oneLine(c.spec.When))
			return
		}
	}
	yes, known, t, err := c.eval(c.expr, row, p.Inv.Now)
	if c.stopped(p, known, t, err) || yes {
		return
	}
	p.Evidence("expr", oneLine(c.spec.Expr))
	for _, name := range slices.Sorted(maps.Keys(t.read)) {
		p.Evidence(name, t.read[name])
	}
	if c.spec.Message != "" {
		p.Failf("%s", c.spec.Message)
		return
	}
	p.Failf("it does not hold that %s", oneLine(c.spec.Expr))
}

// stopped tells the probe what kept an expression from an answer.
func (c *Compiled) stopped(p *checks.Probe, known bool, t *trace, err error) bool {
	if err != nil {
		panic(err) // a broken check is an error of its own, and no verdict
	}
	if known {
		return false
	}
	for _, g := range t.gaps {
		p.Missed(g)
	}
	if len(t.gaps) == 0 {
		p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the expression gave no answer"})
	}
	return true
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

package checks

import (
	"fmt"
	"iter"
	"maps"
	"slices"

	"demarc/providers/inventory"
)

// Params are values set for checks' parameters, by "check-id.paramName".
type Params map[string]any

// A Run is how a check looks at an inventory. Each, Regions and Account make it.
type Run struct {
	model func() inventory.Model
	over  string // the kind of resource; "" for Regions and Account
	do    func(e *evaluation)
}

// NotListed is the id of the resource that stands for those that could not be
// listed.
const NotListed = "(not listed)"

// evaluation is one check at work on one inventory.
type evaluation struct {
	check  *Check
	inv    *inventory.Inventory
	params Params
	emit   func(Result)
	tally  Tally
}

// A Tally says how much a check looked at.
type Tally struct {
	Resources int  // rows, regions or accounts that were judged
	Whole     bool // nothing that should have been judged was hidden
}

// Evaluate runs c over inv and passes each Result to emit.
func Evaluate(c *Check, inv *inventory.Inventory, params Params, emit func(Result)) Tally {
	e := &evaluation{check: c, inv: inv, params: params, emit: emit, tally: Tally{Whole: true}}
	c.Run.do(e)
	return e.tally
}

// Model is the service model of what c judges.
func (c *Check) Model() inventory.Model {
	if c.Run.model == nil {
		return inventory.Account
	}
	return c.Run.model()
}

// Over is the kind of resource that c judges; "" where it judges regions or
// the account.
func (c *Check) Over() string { return c.Run.over }

// Each makes a Run that looks at every resource of type t that the account
// owns, in turn. A scope that could not be listed gets a result of its own:
// unknown, not nothing.
func Each[T any](t *inventory.Type[T], look func(*Probe, *T)) Run {
	return each(t.Kind, func() inventory.Model { return t.Model }, t.Own, look)
}

// EachRow is Each for a Type whose rows are known at run time alone.
func EachRow(s *inventory.Shape, look func(*Probe, any)) Run {
	own := func(inv *inventory.Inventory, r inventory.Reader) iter.Seq[*any] {
		return func(yield func(*any) bool) {
			for row := range s.Own(inv, r) {
				if !yield(&row) {
					return
				}
			}
		}
	}
	return each(s.Kind(), s.Model, own, func(p *Probe, row *any) { look(p, *row) })
}

func each[T any](kind string, model func() inventory.Model, own func(*inventory.Inventory, inventory.Reader) iter.Seq[*T], look func(*Probe, *T)) Run {
	return Run{
		model: model,
		over:  kind,
		do: func(e *evaluation) {
			var hidden inventory.Gaps
			for row := range own(e.inv, &hidden) {
				e.look("", *resourceOf(row), func(p *Probe) { look(p, row) })
			}
			places := map[string]*Probe{} // several calls may have failed in one
			for _, g := range hidden {
				p := places[g.Where]
				if p == nil {
					p = e.probe("")
					places[g.Where] = p
				}
				p.Missed(g)
			}
			for _, where := range slices.Sorted(maps.Keys(places)) {
				e.tally.Whole = false
				e.emit(places[where].result(inventory.Resource{
					Kind: kind, ID: NotListed, Full: kind + " in " + where,
					Account: e.inv.Account, Region: regionOf(where, e.inv),
				}))
			}
		},
	}
}

// resourceOf is the Resource of a row: a pointer to a struct, or to a value
// that holds one.
func resourceOf[T any](row *T) *inventory.Resource {
	if held, ok := any(row).(*any); ok {
		return inventory.ResourceOf(*held)
	}
	return inventory.ResourceOf(row)
}

// Regions makes a Run that asks once about each region that was scanned.
func Regions(look func(*Probe)) Run {
	return Run{do: func(e *evaluation) {
		for _, r := range e.inv.Regions() {
			e.look(r, inventory.Resource{
				Kind: e.inv.Provider + ".Region", ID: r, Full: e.inv.Provider + ":" + e.inv.Account + ":" + r,
				Account: e.inv.Account, Region: r,
			}, look)
		}
		if g, hidden := e.inv.RegionsHidden(); hidden {
			e.tally.Whole = false
			p := e.probe("")
			p.Missed(g)
			e.emit(p.result(inventory.Resource{
				Kind: e.inv.Provider + ".Region", ID: NotListed, Full: e.inv.Provider + ":" + e.inv.Account + ":regions",
				Account: e.inv.Account,
			}))
		}
	}}
}

// Account makes a Run that looks at the inventory as a whole, once.
func Account(look func(*Probe)) Run {
	return Run{do: func(e *evaluation) {
		e.look("", inventory.Resource{
			Kind: e.inv.Provider + ".Account", ID: e.inv.Account, Full: e.inv.Provider + ":" + e.inv.Account,
			Name: e.inv.AccountName, Account: e.inv.Account,
		}, look)
	}}
}

func (e *evaluation) probe(region string) *Probe {
	return &Probe{Inv: e.inv, Region: region, check: e.check, params: e.params}
}

// look runs the check's function on one resource. A broken check must not end
// the scan, nor pass.
func (e *evaluation) look(region string, res inventory.Resource, look func(*Probe)) {
	p := e.probe(region)
	e.tally.Resources++
	defer func() {
		if x := recover(); x != nil {
			e.emit(Result{Verdict: Error, Severity: e.check.Severity, Resource: res, Message: fmt.Sprintf("the check panicked: %v", x)})
		}
	}()
	look(p)
	r := p.result(res)
	if r.Verdict == Unknown {
		e.tally.Whole = false
	}
	e.emit(r)
}

// regionOf is the region of the scope that is called where; "" for others.
func regionOf(where string, inv *inventory.Inventory) string {
	for _, s := range inv.Scopes {
		if s.Region != "" && s.String() == where {
			return s.Region
		}
	}
	return ""
}

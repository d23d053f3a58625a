package inventory

import (
	"fmt"
	"reflect"
	"slices"
)

// The functions below take knowledge away from an inventory, for tests of what
// must hold however little is known. They restore it before they return.

// Degradations calls f once for each thing that inv knows, with that thing,
// and it alone, made the Gap dark: each Known of each row, nested ones too,
// each listing, the tail of each listing from each row on, and each region of
// what is listed by region.
func (inv *Inventory) Degradations(dark Gap, f func(what string)) {
	defer inv.forget()
	try := func(what string) {
		inv.forget()
		f(what)
	}
	for _, l := range inv.listers() {
		tb := inv.tables[l]
		for _, r := range tb.rows {
			visit(reflect.ValueOf(r).Elem(), "", false, func(path string, k field, _ bool) {
				if _, hidden := k.Gap(); !hidden {
					undo := k.degrade(dark)
					try(l.Name() + " " + ResourceOf(r).ID + path)
					undo()
				}
			})
		}
		rows, gaps := tb.rows, tb.gaps
		for n := range len(rows) + 1 {
			tb.rows = rows[:n]
			tb.gaps = append(slices.Clone(gaps), placed{gap: dark})
			try(fmt.Sprintf("the list of %s from row %d on", l.Name(), n))
		}
		for _, region := range inv.regionsOf(l, rows) {
			tb.rows = slices.DeleteFunc(slices.Clone(rows), func(r any) bool { return ResourceOf(r).Region == region })
			tb.gaps = append(slices.Clone(gaps), placed{dark, region})
			try(fmt.Sprintf("the list of %s in %s", l.Name(), region))
		}
		tb.rows, tb.gaps = rows, gaps
	}
}

// regionsOf lists the regions that rows of l are, or could be, listed in.
func (inv *Inventory) regionsOf(l lister, rows []any) []string {
	if l.level() != AtRegion {
		return nil
	}
	all := inv.Regions()
	for _, r := range rows {
		all = append(all, ResourceOf(r).Region)
	}
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(region string) bool { return region == "" })
}

// WithoutUndeclared calls f with everything hidden that needs do not declare,
// as if no other check had asked for it.
func (inv *Inventory) WithoutUndeclared(needs []Source, f func()) {
	plan := planOf(needs)
	all := inv.tables
	inv.tables = map[lister]*table{}
	var undo []func()
	for l, tb := range all {
		fields, declared := plan[l]
		if !declared {
			continue
		}
		inv.tables[l] = tb
		for _, r := range tb.rows {
			keep := map[field]bool{}
			for _, f := range fields {
				keep[f.column(r)] = true
			}
			v := reflect.ValueOf(r).Elem()
			for i := range v.NumField() {
				k, ok := v.Field(i).Addr().Interface().(field)
				if _, tagged := v.Type().Field(i).Tag.Lookup("fetch"); ok && tagged && !keep[k] {
					undo = append(undo, k.clear())
				}
			}
		}
	}
	inv.forget()
	f()
	for _, u := range undo {
		u()
	}
	inv.tables = all
	inv.forget()
}

// WithoutNeed calls f with what one need brings hidden behind dark: the whole
// listing of a Type, or a Field on every row.
func (inv *Inventory) WithoutNeed(need Source, dark Gap, f func()) {
	defer inv.forget()
	inv.forget()
	tb := inv.tables[need.root()]
	if tb == nil {
		f()
		return
	}
	if fe, ok := need.(fetcher); ok {
		for _, r := range tb.rows {
			defer fe.column(r).degrade(dark)()
		}
		f()
		return
	}
	rows, gaps := tb.rows, tb.gaps
	tb.rows, tb.gaps = nil, []placed{{gap: dark}}
	f()
	tb.rows, tb.gaps = rows, gaps
}

// Misfiled lists what is wrong with the declarations among sources: a Field
// that fills a struct field without the tag `fetch`, a tagged one that no Field
// fills, two Sources of one name, a row that a snapshot would not keep whole.
func Misfiled(sources []Source) []string {
	var wrong []string
	names := map[string]Source{}
	type rowType struct {
		name   string
		filled map[int]bool
	}
	types := map[reflect.Type]*rowType{} // several Types may share one
	for _, s := range sources {
		if was, ok := names[s.Name()]; ok && was != s {
			wrong = append(wrong, s.Name()+": declared twice")
		}
		names[s.Name()] = s
		l := s.root()
		if l == nil {
			continue
		}
		row := l.newRow()
		v := reflect.ValueOf(row).Elem()
		rt := types[v.Type()]
		if rt == nil {
			rt = &rowType{l.Name(), map[int]bool{}}
			types[v.Type()] = rt
			for _, fault := range unkept(v.Type(), "", map[reflect.Type]bool{}) {
				wrong = append(wrong, l.Name()+fault)
			}
		}
		f, ok := s.(fetcher)
		if !ok {
			continue
		}
		at, found := f.column(row), false
		for i := range v.NumField() {
			if k, ok := v.Field(i).Addr().Interface().(field); ok && k == at {
				_, found = v.Type().Field(i).Tag.Lookup("fetch")
				rt.filled[i] = true
			}
		}
		if !found {
			wrong = append(wrong, s.Name()+": At does not point to a field of the row with the tag `fetch`")
		}
	}
	for t, rt := range types {
		for i := range t.NumField() {
			if _, tagged := t.Field(i).Tag.Lookup("fetch"); tagged && !rt.filled[i] {
				wrong = append(wrong, rt.name+"."+t.Field(i).Name+": no check needs the Field that fills it")
			}
		}
	}
	slices.Sort(wrong)
	return wrong
}

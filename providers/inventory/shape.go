package inventory

import (
	"iter"
	"reflect"
)

// A Shape is a Type for those who name its fields at run time: the fields of
// its rows, and what fetches those that take calls of their own.
type Shape struct {
	of      lister
	fetches map[string]Source // by the name of the struct's field
}

// Shapes are the Types among sources, and those that these are of, by kind.
func Shapes(sources []Source) map[string]*Shape {
	all := map[string]*Shape{}
	for l, fields := range planOf(sources) {
		s := &Shape{of: l, fetches: map[string]Source{}}
		row := l.newRow()
		v := reflect.ValueOf(row).Elem()
		for _, f := range fields {
			at := f.column(row)
			for _, sf := range reflect.VisibleFields(v.Type()) {
				if sf.IsExported() && v.FieldByIndex(sf.Index).Addr().Interface() == any(at) {
					s.fetches[sf.Name] = f
				}
			}
		}
		all[l.kind()] = s
	}
	return all
}

// Kind is the kind of resource.
func (s *Shape) Kind() string { return s.of.kind() }

// Model is its service model.
func (s *Shape) Model() Model { return s.of.model() }

// Source is what lists the rows.
func (s *Shape) Source() Source { return s.of }

// Fetch is what fills the struct's field of that name; nil where the listing
// does.
func (s *Shape) Fetch(field string) Source { return s.fetches[field] }

// New is an empty row: a pointer to a struct.
func (s *Shape) New() any { return s.of.newRow() }

// Own yields the rows that the account owns, as Type.Own does.
func (s *Shape) Own(inv *Inventory, r Reader) iter.Seq[any] {
	return func(yield func(any) bool) {
		tb := inv.tables[s.of]
		if tb == nil {
			r.Missed(Gap{Where: s.of.kind()})
			return
		}
		for _, row := range tb.rows {
			if inv.owns(ResourceOf(row)) && !yield(row) {
				return
			}
		}
		for _, g := range tb.gaps {
			r.Missed(g.gap)
		}
	}
}

// Inner is what a Known of type t holds; false where t is no Known.
func Inner(t reflect.Type) (reflect.Type, bool) {
	k, ok := reflect.New(t).Interface().(field)
	if !ok {
		return nil, false
	}
	v, _ := k.inner()
	return v.Type(), true
}

// Unwrap reads a value that may be a Known: what is in it, or the Gap in its
// place. v is addressable where it is a Known.
func Unwrap(v reflect.Value) (inner reflect.Value, gap Gap, known bool) {
	if !v.CanAddr() {
		return v, Gap{}, true
	}
	k, ok := v.Addr().Interface().(field)
	if !ok {
		return v, Gap{}, true
	}
	if in, ok := k.inner(); ok {
		return in, Gap{}, true
	}
	g, _ := k.Gap()
	return reflect.Value{}, g, false
}

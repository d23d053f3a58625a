package inventory

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// A field is a *Known[T], of whatever T.
type field interface {
	Gap() (Gap, bool)
	degrade(Gap) (undo func())
	clear() (undo func())
	inner() (reflect.Value, bool)
}

func (k *Known[T]) degrade(g Gap) func() {
	was := *k
	*k = Missing[T](g)
	return func() { *k = was }
}

func (k *Known[T]) clear() func() {
	was := *k
	*k = Known[T]{}
	return func() { *k = was }
}

func (k *Known[T]) inner() (reflect.Value, bool) {
	return reflect.ValueOf(&k.value).Elem(), k.state == known
}

type knownJSON struct {
	Is  json.RawMessage `json:"is,omitempty"`
	Gap *Gap            `json:"gap,omitempty"`
}

// MarshalJSON writes the form that snapshots hold: {"is": value}, {"gap": …},
// or null where nobody looked.
func (k Known[T]) MarshalJSON() ([]byte, error) {
	switch k.state {
	case known:
		v, err := json.Marshal(k.value)
		if err != nil {
			return nil, err
		}
		return json.Marshal(knownJSON{Is: v})
	case missing:
		g := k.gap.Value()
		return json.Marshal(knownJSON{Gap: &g})
	}
	return []byte("null"), nil
}

// UnmarshalJSON reads what MarshalJSON wrote; null becomes NotInSnapshot.
func (k *Known[T]) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*k = Missing[T](Gap{Reason: NotInSnapshot})
		return nil
	}
	var j knownJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	if j.Gap != nil {
		*k = Missing[T](*j.Gap)
		return nil
	}
	if len(j.Is) == 0 {
		return fmt.Errorf("neither a value nor a gap")
	}
	var v T
	if err := json.Unmarshal(j.Is, &v); err != nil {
		return err
	}
	*k = Of(v)
	return nil
}

// visit calls f for each Known in v, those inside known values too, with its
// path and whether it is filled by a Field rather than by the listing.
func visit(v reflect.Value, path string, fetched bool, f func(path string, k field, fetched bool)) {
	if v.CanAddr() && v.Addr().CanInterface() {
		if k, ok := v.Addr().Interface().(field); ok {
			f(path, k, fetched)
			if in, ok := k.inner(); ok {
				visit(in, path, fetched, f)
			}
			return
		}
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			sf := v.Type().Field(i)
			if sf.IsExported() {
				_, tagged := sf.Tag.Lookup("fetch")
				visit(v.Field(i), path+"."+sf.Name, fetched || tagged, f)
			}
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		for i := range v.Len() {
			visit(v.Index(i), fmt.Sprintf("%s[%d]", path, i), fetched, f)
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			visit(v.Elem(), path, fetched, f)
		}
	}
}

// Gaps calls f for each Gap that the inventory holds, in order, with the kind
// of resource that it hides. Fields that nobody looked at are none; of a
// snapshot, they are those with the reason NotInSnapshot.
func (inv *Inventory) Gaps(f func(kind string, g Gap)) {
	if inv.regions != nil {
		f(inv.Provider+".Region", *inv.regions)
	}
	for _, l := range inv.listers() {
		tb := inv.tables[l]
		for _, g := range tb.gaps {
			f(l.Name(), g.gap)
		}
		for _, r := range tb.rows {
			visit(reflect.ValueOf(r).Elem(), "", false, func(_ string, k field, _ bool) {
				if g, hidden := k.Gap(); hidden && g.Reason != Undeclared {
					f(l.Name(), g)
				}
			})
		}
	}
}

func (inv *Inventory) listers() []lister {
	plan := make(map[lister][]fetcher, len(inv.tables))
	for l := range inv.tables {
		plan[l] = nil
	}
	return sortedListers(plan)
}

// Workloads lists the kinds among sources, and those that these are listed
// under, that make a service model be in use.
func Workloads(sources []Source) map[Model][]string {
	all := map[Model][]string{}
	for _, l := range sortedListers(planOf(sources)) {
		if l.workload() {
			all[l.model()] = append(all[l.model()], l.kind())
		}
	}
	return all
}

// Kinds counts the account's own rows by kind, and says which kinds make a
// service model be in use.
func (inv *Inventory) Kinds(f func(kind string, m Model, workload bool, own int, whole bool)) {
	for _, l := range inv.listers() {
		tb, own := inv.tables[l], 0
		for _, r := range tb.rows {
			if inv.owns(ResourceOf(r)) {
				own++
			}
		}
		f(l.Name(), l.model(), l.workload(), own, len(tb.gaps) == 0)
	}
}

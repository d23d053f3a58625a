package inventory

import (
	"encoding"
	"encoding/json"
	"reflect"
)

var (
	toJSON   = reflect.TypeFor[json.Marshaler]()
	fromJSON = reflect.TypeFor[json.Unmarshaler]()
	toText   = reflect.TypeFor[encoding.TextMarshaler]()
	fromText = reflect.TypeFor[encoding.TextUnmarshaler]()
	isField  = reflect.TypeFor[field]()
)

// unkept lists what is wrong with the type of a row: what a snapshot would
// lose, so that a check would judge its zero value, and Knowns that visit does
// not come to.
func unkept(t reflect.Type, path string, on map[reflect.Type]bool) (wrong []string) {
	if on[t] {
		return nil
	}
	on[t] = true
	defer delete(on, t)
	at := reflect.PointerTo(t)
	if at.Implements(isField) {
		value, _ := t.FieldByName("value")
		return unkept(value.Type, path, on)
	}
	if at.Implements(toJSON) && at.Implements(fromJSON) || at.Implements(toText) && at.Implements(fromText) {
		return nil
	}
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			switch {
			case f.Anonymous:
				wrong = append(wrong, unkept(f.Type, path, on)...)
			case !f.IsExported() || f.Tag.Get("json") == "-":
				wrong = append(wrong, path+"."+f.Name+": a snapshot would lose it")
			default:
				wrong = append(wrong, unkept(f.Type, path+"."+f.Name, on)...)
			}
		}
	case reflect.Map:
		if holdsKnown(t.Elem(), map[reflect.Type]bool{}) {
			wrong = append(wrong, path+": a map hides the gaps in it")
		}
		wrong = append(wrong, unkept(t.Elem(), path+"[]", on)...)
	case reflect.Slice, reflect.Array:
		wrong = append(wrong, unkept(t.Elem(), path+"[]", on)...)
	case reflect.Pointer:
		wrong = append(wrong, unkept(t.Elem(), path, on)...)
	case reflect.Interface, reflect.Func, reflect.Chan:
		wrong = append(wrong, path+": a snapshot would lose it")
	}
	return wrong
}

// holdsKnown reports whether there are Knowns in values of t.
func holdsKnown(t reflect.Type, on map[reflect.Type]bool) bool {
	if on[t] {
		return false
	}
	on[t] = true
	if reflect.PointerTo(t).Implements(isField) {
		return true
	}
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			if holdsKnown(t.Field(i).Type, on) {
				return true
			}
		}
	case reflect.Map, reflect.Slice, reflect.Array, reflect.Pointer:
		return holdsKnown(t.Elem(), on)
	}
	return false
}

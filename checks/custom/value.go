package custom

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"demarc/providers/inventory"
)

// celName is a Go field's name as expressions write it: "PublicAccess" is
// publicAccess, "KMSKey" is kmsKey, "ID" is id.
func celName(name string) string {
	r := []rune(name)
	for i := range r {
		plural := i+1 < len(r) && r[i+1] == 's' && (i+2 == len(r) || unicode.IsUpper(r[i+2])) // "URLs"
		if i > 0 && i+1 < len(r) && unicode.IsLower(r[i+1]) && !plural || !unicode.IsUpper(r[i]) {
			break
		}
		r[i] = unicode.ToLower(r[i])
	}
	return string(r)
}

var (
	timeType     = reflect.TypeFor[time.Time]()
	durationType = reflect.TypeFor[time.Duration]()
)

// celType is the type that expressions see; nil for what they cannot read.
func (p *provider) celType(t reflect.Type) *types.Type {
	if inner, ok := inventory.Inner(t); ok {
		return p.celType(inner)
	}
	switch {
	case t == timeType:
		return types.TimestampType
	case t == durationType:
		return types.DurationType
	}
	switch t.Kind() {
	case reflect.Bool:
		return types.BoolType
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32:
		return types.IntType
	case reflect.Float32, reflect.Float64:
		return types.DoubleType
	case reflect.String:
		return types.StringType
	case reflect.Slice, reflect.Array:
		if of := p.celType(t.Elem()); of != nil {
			return types.NewListType(of)
		}
	case reflect.Map:
		if of := p.celType(t.Elem()); of != nil && t.Key().Kind() == reflect.String {
			return types.NewMapType(types.StringType, of)
		}
	case reflect.Struct:
		return types.NewObjectType(p.register(t))
	case reflect.Pointer: // of what may not be there: null
		return types.DynType
	}
	return nil
}

// register names a struct and remembers its fields.
func (p *provider) register(t reflect.Type) string {
	name := p.names[t]
	if name != "" {
		return name
	}
	name = fmt.Sprintf("%s.%s", strings.ReplaceAll(t.PkgPath(), "/", "."), t.Name())
	if t.Name() == "" {
		name = fmt.Sprintf("anonymous.n%d", len(p.names))
	}
	p.names[t] = name
	fields := map[string]field{}
	p.structs[name] = fields
	p.fields(t, nil, fields)
	return name
}

// fields gathers the fields of a struct; those of what it embeds are its own.
func (p *provider) fields(t reflect.Type, at []int, into map[string]field) {
	for i := range t.NumField() {
		f, index := t.Field(i), append(slices.Clone(at), i)
		switch {
		case f.Anonymous && f.Type.Kind() == reflect.Struct:
			p.fields(f.Type, index, into)
		case f.IsExported():
			if ct := p.celType(f.Type); ct != nil {
				into[celName(f.Name)] = field{f.Name, index, ct}
			}
		}
	}
}

// value is a Go value as expressions read it. What could not be read becomes
// unknown, and the trace hears of the Gap.
func (p *provider) value(v reflect.Value, t *trace) ref.Val {
	inner, gap, known := inventory.Unwrap(v)
	if !known {
		t.gaps.Missed(gap)
		return types.NewUnknown(1, nil)
	}
	v = inner
	switch x := v.Interface().(type) {
	case time.Time:
		return types.Timestamp{Time: x}
	case time.Duration:
		return types.Duration{Duration: x}
	}
	switch v.Kind() {
	case reflect.Bool:
		return types.Bool(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return types.Int(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32:
		return types.Int(v.Uint())
	case reflect.Float32, reflect.Float64:
		return types.Double(v.Float())
	case reflect.String:
		return types.String(v.String())
	case reflect.Slice, reflect.Array:
		list := make([]ref.Val, v.Len())
		for i := range list {
			list[i] = p.value(v.Index(i), t)
		}
		return types.NewRefValList(types.DefaultTypeAdapter, list)
	case reflect.Map:
		m := map[ref.Val]ref.Val{}
		for it := v.MapRange(); it.Next(); {
			held := reflect.New(v.Type().Elem()).Elem() // what is in a map has no address
			held.Set(it.Value())
			m[types.String(it.Key().String())] = p.value(held, t)
		}
		return types.NewRefValMap(types.DefaultTypeAdapter, m)
	case reflect.Struct:
		return &object{provider: p, v: v, name: p.register(v.Type()), trace: t}
	case reflect.Pointer:
		if v.IsNil() {
			return types.NullValue
		}
		return p.value(v.Elem(), t)
	}
	return types.NewErr("a value of %s cannot be read", v.Type())
}

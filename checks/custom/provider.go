package custom

import (
	"reflect"
	"slices"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"demarc/providers/inventory"
)

// A field is a field of a struct, under the name that expressions write.
type field struct {
	name  string // Go's
	index []int
	typ   *types.Type
}

// A provider tells the compiler which fields the rows of the inventory have.
type provider struct {
	base    *types.Registry
	names   map[reflect.Type]string
	structs map[string]map[string]field
}

func newProvider() (*provider, error) {
	base, err := types.NewRegistry()
	if err != nil {
		return nil, err
	}
	return &provider{base: base, names: map[reflect.Type]string{}, structs: map[string]map[string]field{}}, nil
}

// EnumValue implements types.Provider.
func (p *provider) EnumValue(name string) ref.Val { return p.base.EnumValue(name) }

// FindIdent implements types.Provider.
func (p *provider) FindIdent(name string) (ref.Val, bool) { return p.base.FindIdent(name) }

// FindStructType implements types.Provider.
func (p *provider) FindStructType(name string) (*types.Type, bool) {
	if _, ok := p.structs[name]; ok {
		return types.NewTypeTypeWithParam(types.NewObjectType(name)), true
	}
	return p.base.FindStructType(name)
}

// FindStructFieldNames implements types.Provider.
func (p *provider) FindStructFieldNames(name string) ([]string, bool) {
	fields, ok := p.structs[name]
	if !ok {
		return p.base.FindStructFieldNames(name)
	}
	var all []string
	for f := range fields {
		all = append(all, f)
	}
	slices.Sort(all)
	return all, true
}

// FindStructFieldType implements types.Provider.
func (p *provider) FindStructFieldType(name, f string) (*types.FieldType, bool) {
	fields, ok := p.structs[name]
	if !ok {
		return p.base.FindStructFieldType(name, f)
	}
	got, ok := fields[f]
	if !ok {
		return nil, false
	}
	return &types.FieldType{
		Type:  got.typ,
		IsSet: func(target any) bool { return true }, // program refuses has() of a field
		GetFrom: func(target any) (any, error) {
			o, ok := target.(*object)
			if !ok { // the struct itself could not be read
				return target, nil
			}
			return o.Get(types.String(f)), nil
		},
	}, true
}

// NewValue implements types.Provider: expressions make no resources.
func (p *provider) NewValue(name string, _ map[string]ref.Val) ref.Val {
	return types.NewErr("a %s cannot be made", name)
}

// rowType is the struct that a kind's rows are.
func rowType(s *inventory.Shape) reflect.Type { return reflect.TypeOf(s.New()).Elem() }

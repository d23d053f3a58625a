package custom

import (
	"fmt"
	"reflect"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"demarc/providers/inventory"
)

// A trace is what one evaluation met: what it could not read, and the plain
// values that it read, which are its evidence.
type trace struct {
	gaps inventory.Gaps
	read map[string]any
}

// most is how many values are kept as evidence.
const most = 8

func (t *trace) saw(name string, v ref.Val) {
	if len(t.read) >= most {
		return
	}
	switch v.(type) {
	case types.Bool, types.Int, types.Double, types.String:
		t.read[name] = v.Value()
	case types.Timestamp, types.Duration:
		t.read[name] = fmt.Sprint(v.ConvertToType(types.StringType).Value())
	}
}

// An object is a struct as expressions read it.
type object struct {
	provider *provider
	v        reflect.Value
	name     string
	trace    *trace
}

// Get implements traits.Indexer.
func (o *object) Get(index ref.Val) ref.Val {
	name, ok := index.(types.String)
	if !ok {
		return types.NewErr("a field is named by a string")
	}
	f, ok := o.provider.structs[o.name][string(name)]
	if !ok {
		return types.NewErr("no such field: %s", name)
	}
	got := o.provider.value(o.v.FieldByIndex(f.index), o.trace)
	o.trace.saw(string(name), got)
	return got
}

// ConvertToNative implements ref.Val.
func (o *object) ConvertToNative(t reflect.Type) (any, error) {
	return nil, fmt.Errorf("a %s is not read as %s", o.name, t)
}

// ConvertToType implements ref.Val.
func (o *object) ConvertToType(t ref.Type) ref.Val {
	return types.NewErr("a %s does not become %s", o.name, t.TypeName())
}

// Equal implements ref.Val: resources are compared by their fields.
func (o *object) Equal(ref.Val) ref.Val { return types.NewErr("compare fields, not whole %s", o.name) }

// Type implements ref.Val.
func (o *object) Type() ref.Type { return types.NewObjectType(o.name) }

// Value implements ref.Val.
func (o *object) Value() any { return o }

package aws

import (
	"context"
	"errors"
	"testing"
)

func TestWhole(t *testing.T) {
	refused := errors.New("no")
	for name, tc := range map[string]struct {
		out  *string
		err  error
		want error
	}{
		"whole":   {new("rows"), nil, nil},
		"broken":  {new(""), nil, ErrBroken},
		"refused": {nil, refused, refused},
	} {
		call := Whole(func(context.Context, *int, ...func(*bool)) (*string, error) { return tc.out, tc.err },
			func(out *string) bool { return *out == "" })
		if out, err := call(t.Context(), nil); !errors.Is(err, tc.want) || tc.want == nil && out != tc.out {
			t.Errorf("%s: %v, %v", name, out, err)
		}
	}
}

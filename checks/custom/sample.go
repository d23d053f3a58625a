package custom

import (
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"demarc/checks"
	"demarc/providers/inventory"
)

// A Sample is a resource that a check is tried on. Fields that it does not
// name could not be read.
type Sample struct {
	Name     string         `yaml:"name"`
	Resource map[string]any `yaml:"resource"`
	Want     string         `yaml:"want"` // PASS, FAIL, UNKNOWN or NOT_APPLICABLE
}

// Try judges a sample, as a scan would at the time.
func (c *Compiled) Try(s Sample, now time.Time) (got checks.Verdict, err error) {
	row := c.shape.New()
	if err := c.fill(row, s.Resource); err != nil {
		return "", err
	}
	defer func() {
		if x := recover(); x != nil {
			got, err = checks.Error, fmt.Errorf("%v", x)
		}
	}()
	if c.when != nil {
		yes, known, _, err := c.eval(c.when, row, now)
		switch {
		case err != nil:
			return checks.Error, err
		case !known:
			return checks.Unknown, nil
		case !yes:
			return checks.NotApplicable, nil
		}
	}
	yes, known, _, err := c.eval(c.expr, row, now)
	switch {
	case err != nil:
		return checks.Error, err
	case !known:
		return checks.Unknown, nil
	case yes:
		return checks.Pass, nil
	}
	return checks.Fail, nil
}

// fill sets the fields of a row.
func (c *Compiled) fill(row any, values map[string]any) error {
	v := reflect.ValueOf(row).Elem()
	return c.fillStruct(v, c.spec.Resource, values)
}

func (c *Compiled) fillStruct(v reflect.Value, name string, values map[string]any) error {
	fields := c.types.structs[name]
	for key, given := range values {
		f, ok := fields[key]
		if !ok {
			return fmt.Errorf("%s has no field %q", name, key)
		}
		if err := c.set(v.FieldByIndex(f.index), given); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	return nil
}

// set puts a value of a sample into a field, a Known or not.
func (c *Compiled) set(at reflect.Value, given any) error {
	t := at.Type()
	if inner, ok := inventory.Inner(t); ok {
		held := reflect.New(inner).Elem()
		if err := c.set(held, given); err != nil {
			return err
		}
		raw, err := json.Marshal(held.Interface())
		if err != nil {
			return err
		}
		raw, err = json.Marshal(map[string]json.RawMessage{"is": raw})
		if err != nil {
			return err
		}
		return json.Unmarshal(raw, at.Addr().Interface())
	}
	switch {
	case t.Kind() == reflect.Struct && t != timeType:
		m, ok := given.(map[string]any)
		if !ok {
			return fmt.Errorf("%v has no fields", given)
		}
		return c.fillStruct(at, c.types.register(t), m)
	case t.Kind() == reflect.Slice:
		list, ok := given.([]any)
		if !ok {
			return fmt.Errorf("%v is no list", given)
		}
		out := reflect.MakeSlice(t, len(list), len(list))
		for i, e := range list {
			if err := c.set(out.Index(i), e); err != nil {
				return err
			}
		}
		at.Set(out)
		return nil
	case t == durationType:
		d, err := time.ParseDuration(fmt.Sprint(given))
		at.SetInt(int64(d))
		return err
	}
	raw, err := json.Marshal(given)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, at.Addr().Interface()); err != nil {
		return fmt.Errorf("%v is no %s", given, t)
	}
	return nil
}

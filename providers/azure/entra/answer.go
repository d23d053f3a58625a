package entra

import (
	"errors"
	"fmt"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

var errLacking = errors.New("the answer lacks a property that it always holds")

// lacking is the error of an answer without something that hangs a verdict.
func lacking(path, what string) error {
	return &azure.CallError{Operation: "Microsoft Graph " + path, Err: fmt.Errorf("%w: %s", errLacking, what)}
}

// unnamed is the error of an answer with a row that does not say what it is:
// every object of the directory has an id.
func unnamed(path string) error {
	return &azure.CallError{Operation: "Microsoft Graph " + path, Err: azure.ErrUnnamed}
}

// answered is the value of a property that the answer of path always holds.
func answered[T any](path string, p *T, what string) inventory.Known[T] {
	return inventory.FromPtr(p, inventory.Unanswered[T]("Microsoft Graph "+path, what))
}

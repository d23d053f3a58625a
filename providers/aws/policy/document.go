// Package policy reads AWS policy documents (identity policies, resource
// policies, role trust policies, key policies and endpoint policies) and
// answers two questions about them: who outside the account is let in, and what
// the holder of a set of identity policies may do.
//
// The rules follow the AWS Identity and Access Management User Guide (policy
// grammar, policy evaluation logic, condition operators, global condition keys)
// and the Amazon S3 User Guide ("The meaning of public"). Where the document
// alone cannot tell, the answer says so instead of guessing.
package policy

// Effects of a statement. They are case-sensitive, as the policy grammar says.
const (
	Allow = "Allow"
	Deny  = "Deny"
)

// Kinds of principal, as the keys of the Principal element spell them.
// PrincipalAny stands for the bare "*".
const (
	PrincipalAny       = "*"
	PrincipalAWS       = "AWS"
	PrincipalService   = "Service"
	PrincipalFederated = "Federated"
	PrincipalCanonical = "CanonicalUser"
)

// NotKept replaces a condition value that was dropped at parse time.
const NotKept = "(not kept)"

// VersionVariables is the policy language version that substitutes policy
// variables such as ${aws:username}; every older version takes them literally.
const VersionVariables = "2012-10-17"

// Document is one parsed policy. It is safe to marshal into a snapshot: Id and
// Sid are dropped and the values of condition keys outside the evaluator's
// table are replaced by NotKept.
type Document struct {
	Version    string      `json:"Version,omitempty"`
	Statements []Statement `json:"Statement"`
}

// Statement is one statement of a Document. Index is its position, from 0.
type Statement struct {
	Index         int         `json:"Index"`
	Effect        string      `json:"Effect"`
	Principals    []Principal `json:"Principals,omitempty"`
	NotPrincipals []Principal `json:"NotPrincipals,omitempty"`
	Actions       []string    `json:"Actions,omitempty"`
	NotActions    []string    `json:"NotActions,omitempty"`
	Resources     []string    `json:"Resources,omitempty"`
	NotResources  []string    `json:"NotResources,omitempty"`
	Conditions    []Condition `json:"Conditions,omitempty"`
}

// Principal is one entry of a Principal or NotPrincipal element.
type Principal struct {
	Kind  string `json:"Kind"`
	Value string `json:"Value"`
}

// Condition is one operator and key of a Condition element. Its values are
// alternatives; the conditions of one statement must all hold. Withheld says
// that at least one value was replaced by NotKept.
type Condition struct {
	Operator string   `json:"Operator"`
	Key      string   `json:"Key"`
	Values   []string `json:"Values"`
	Withheld bool     `json:"Withheld,omitempty"`
}

// variables reports whether the document substitutes policy variables.
func (d Document) variables() bool { return d.Version == VersionVariables }

// The syntax tree as far as the compiler looks at it: ESTree with TypeScript's nodes. Children are plain nodes, not exact
// unions, because TypeScript's wrappers (`x as T`, `x!`) may stand wherever an expression may.

interface Base<T extends string> {
  readonly type: T;
  readonly start: number;
  readonly end: number;
}

export interface Identifier extends Base<"Identifier"> {
  readonly name: string;
  readonly optional?: boolean;
  readonly typeAnnotation?: TypeAnnotation;
}
export interface Literal extends Base<"Literal"> {
  readonly value: string | number | boolean | bigint | RegExp | null;
  readonly raw: string;
  readonly bigint?: string;
}
export interface Program extends Base<"Program"> {
  readonly body: readonly Node[];
}
interface FunctionParts {
  readonly id: Identifier | null;
  readonly params: readonly Node[];
  readonly body: Node;
  readonly async: boolean;
  readonly generator: boolean;
  readonly returnType?: TypeAnnotation;
  readonly typeParameters?: TypeParameters;
}
export interface FunctionDeclaration extends Base<"FunctionDeclaration">, FunctionParts {
  readonly declare?: boolean;
}
export interface FunctionExpression extends Base<"FunctionExpression">, FunctionParts {}
export interface ArrowFunction extends Base<"ArrowFunctionExpression">, FunctionParts {}
export type FunctionNode = FunctionDeclaration | FunctionExpression | ArrowFunction;

interface ClassParts {
  readonly id: Identifier | null;
  readonly superClass: Node | null;
  readonly body: Base<"ClassBody"> & { readonly body: readonly Node[] };
  readonly abstract?: boolean;
  readonly declare?: boolean;
  readonly implements?: readonly Node[];
  readonly decorators?: readonly Node[];
}
export interface ClassDeclaration extends Base<"ClassDeclaration">, ClassParts {}
export interface ClassExpression extends Base<"ClassExpression">, ClassParts {}
export type ClassNode = ClassDeclaration | ClassExpression;

interface MemberParts {
  readonly key: Node;
  readonly computed: boolean;
  readonly static: boolean;
  readonly optional?: boolean;
  readonly declare?: boolean;
  readonly abstract?: boolean;
  readonly accessor?: boolean;
  readonly typeAnnotation?: TypeAnnotation;
  readonly decorators?: readonly Node[];
}
export interface MethodDefinition extends Base<"MethodDefinition">, MemberParts {
  readonly kind: "constructor" | "method" | "get" | "set";
  readonly value: Node;
}
export interface PropertyDefinition extends Base<"PropertyDefinition">, MemberParts {
  readonly value: Node | null;
}
export interface VariableDeclarator extends Base<"VariableDeclarator"> {
  readonly id: Node;
  readonly init: Node | null;
}
export interface VariableDeclaration extends Base<"VariableDeclaration"> {
  readonly kind: "var" | "let" | "const" | "using" | "await using";
  readonly declarations: readonly VariableDeclarator[];
  readonly declare?: boolean;
}
export interface Property extends Base<"Property"> {
  readonly key: Node;
  readonly value: Node;
  readonly kind: "init" | "get" | "set";
  readonly computed: boolean;
  readonly shorthand: boolean;
  readonly method: boolean;
}
export interface ObjectExpression extends Base<"ObjectExpression"> {
  readonly properties: readonly Node[];
}
export interface ArrayExpression extends Base<"ArrayExpression"> {
  readonly elements: readonly (Node | null)[];
}
export interface CallExpression extends Base<"CallExpression"> {
  readonly callee: Node;
  readonly arguments: readonly Node[];
  readonly optional: boolean;
}
export interface NewExpression extends Base<"NewExpression"> {
  readonly callee: Node;
  readonly arguments: readonly Node[];
}
export interface MemberExpression extends Base<"MemberExpression"> {
  readonly object: Node;
  readonly property: Node;
  readonly computed: boolean;
}
export interface EnumDeclaration extends Base<"TSEnumDeclaration"> {
  readonly id: Identifier;
  readonly members: readonly EnumMember[];
  readonly const?: boolean;
  readonly declare?: boolean;
}
export interface EnumMember extends Base<"TSEnumMember"> {
  readonly id: Identifier | Literal;
  readonly initializer?: Node;
}
export interface ImportDeclaration extends Base<"ImportDeclaration"> {
  readonly importKind?: "type" | "value";
  readonly specifiers: readonly ImportSpecifier[];
  readonly source: Literal;
}
export type ImportSpecifier = Base<"ImportSpecifier" | "ImportDefaultSpecifier" | "ImportNamespaceSpecifier"> & {
  readonly local: Identifier;
  readonly imported?: Identifier | Literal;
  readonly importKind?: "type" | "value";
};
export interface ExportNamedDeclaration extends Base<"ExportNamedDeclaration"> {
  readonly exportKind?: "type" | "value";
  readonly declaration: Node | null;
  readonly source: Literal | null;
  readonly specifiers: readonly ExportSpecifier[];
}
export interface ExportSpecifier extends Base<"ExportSpecifier"> {
  readonly local: Identifier | Literal;
  readonly exported: Identifier | Literal;
  readonly exportKind?: "type" | "value";
}
export interface ExportDefaultDeclaration extends Base<"ExportDefaultDeclaration"> {
  readonly declaration: Node;
}
export interface ModuleDeclaration extends Base<"TSModuleDeclaration"> {
  readonly body?: Node;
  readonly declare?: boolean;
}

interface Binary {
  readonly left: Node;
  readonly right: Node;
  readonly operator: string;
}
interface Loop {
  readonly left: Node;
  readonly right: Node;
  readonly body: Node;
}

/** `as T`, `satisfies T`, `<T>x`, `x!`, `f<T>`: an expression in a wrapper that vanishes. */
export interface TypeWrapper extends Base<
  "TSAsExpression" | "TSSatisfiesExpression" | "TSTypeAssertion" | "TSNonNullExpression" | "TSInstantiationExpression"
> {
  readonly expression: Node;
  readonly typeAnnotation?: Node;
}
export interface TypeAnnotation extends Base<"TSTypeAnnotation"> {
  readonly typeAnnotation: Node;
}
export interface TypeParameters extends Base<"TSTypeParameterDeclaration" | "TSTypeParameterInstantiation"> {
  readonly params: readonly Node[];
}
export interface TypeReference extends Base<"TSTypeReference"> {
  readonly typeName: Node;
  readonly typeArguments?: TypeParameters;
}
export interface PropertySignature extends Base<"TSPropertySignature"> {
  readonly key: Node;
  readonly computed?: boolean;
  readonly typeAnnotation?: Node;
}

type Simple =
  | (Base<"ExpressionStatement"> & { readonly expression: Node; readonly directive?: string })
  | (Base<"BlockStatement" | "StaticBlock" | "TSModuleBlock"> & { readonly body: readonly Node[] })
  | (Base<"ReturnStatement" | "ThrowStatement" | "SpreadElement" | "RestElement" | "AwaitExpression"> & {
      readonly argument: Node | null;
    })
  | (Base<"YieldExpression"> & { readonly argument: Node | null; readonly delegate: boolean })
  | (Base<"UnaryExpression" | "UpdateExpression"> & { readonly operator: string; readonly argument: Node })
  | (Base<"BinaryExpression" | "LogicalExpression" | "AssignmentExpression"> & Binary)
  | (Base<"AssignmentPattern"> & { readonly left: Node; readonly right: Node })
  | (Base<"ConditionalExpression" | "IfStatement"> & {
      readonly test: Node;
      readonly consequent: Node;
      readonly alternate: Node | null;
    })
  | (Base<"ForInStatement" | "ForOfStatement"> & Loop)
  | (Base<"ForStatement"> & {
      readonly init: Node | null;
      readonly test: Node | null;
      readonly update: Node | null;
      readonly body: Node;
    })
  | (Base<"WhileStatement" | "DoWhileStatement"> & { readonly test: Node; readonly body: Node })
  | (Base<"SwitchStatement"> & { readonly discriminant: Node; readonly cases: readonly Node[] })
  | (Base<"SwitchCase"> & { readonly test: Node | null; readonly consequent: readonly Node[] })
  | (Base<"LabeledStatement"> & { readonly label: Identifier; readonly body: Node })
  | (Base<"BreakStatement" | "ContinueStatement"> & { readonly label: Identifier | null })
  | (Base<"CatchClause"> & { readonly param: Node | null; readonly body: Node })
  | (Base<"SequenceExpression"> & { readonly expressions: readonly Node[] })
  | (Base<"TemplateLiteral"> & { readonly expressions: readonly Node[]; readonly quasis: readonly Node[] })
  | (Base<"TaggedTemplateExpression"> & { readonly tag: Node; readonly quasi: Node })
  | (Base<"TemplateElement"> & { readonly value: { readonly cooked: string | null; readonly raw: string } })
  | (Base<"ChainExpression"> & { readonly expression: Node })
  | (Base<"ObjectPattern"> & { readonly properties: readonly Node[]; readonly typeAnnotation?: TypeAnnotation })
  | (Base<"ArrayPattern"> & { readonly elements: readonly (Node | null)[]; readonly typeAnnotation?: TypeAnnotation })
  | (Base<"MetaProperty"> & { readonly meta: Identifier; readonly property: Identifier })
  | (Base<"ExportAllDeclaration"> & {
      readonly exportKind?: "type" | "value";
      readonly source: Literal;
      readonly exported: Identifier | Literal | null;
    })
  | (Base<"ImportExpression"> & { readonly source: Node })
  | Base<"TryStatement" | "EmptyStatement" | "DebuggerStatement" | "ThisExpression" | "Super" | "ClassBody">
  | Base<"PrivateIdentifier" | "ImportAttribute" | "Decorator" | "WithStatement">;

type TypeScript =
  | EnumDeclaration
  | EnumMember
  | ModuleDeclaration
  | TypeWrapper
  | TypeAnnotation
  | TypeParameters
  | TypeReference
  | PropertySignature
  | (Base<"TSParameterProperty"> & { readonly parameter: Node })
  | (Base<"TSDeclareFunction"> & { readonly id: Identifier | null; readonly declare?: boolean })
  | (Base<"TSTypeAliasDeclaration"> & { readonly id: Identifier; readonly typeAnnotation: Node })
  | (Base<"TSInterfaceDeclaration"> & { readonly id: Identifier; readonly body: Node })
  | (Base<"TSLiteralType"> & { readonly literal: Node })
  | (Base<"TSUnionType"> & { readonly types: readonly Node[] })
  | (Base<"TSArrayType"> & { readonly elementType: Node })
  | (Base<"TSParenthesizedType" | "TSTypeOperator"> & { readonly typeAnnotation: Node })
  | (Base<"TSQualifiedName"> & { readonly left: Node; readonly right: Identifier })
  | (Base<"TSTypeLiteral"> & { readonly members: readonly Node[] })
  | (Base<"TSInterfaceBody"> & { readonly body: readonly Node[] })
  | Base<"TSDeclareMethod" | "TSIndexSignature" | "TSImportEqualsDeclaration">
  | Base<"TSExportAssignment" | "TSNamespaceExportDeclaration" | "TSExternalModuleReference">
  | Base<
      | "TSNumberKeyword"
      | "TSStringKeyword"
      | "TSBooleanKeyword"
      | "TSVoidKeyword"
      | "TSUndefinedKeyword"
      | "TSNullKeyword"
    >;

export type Node =
  | Identifier
  | Literal
  | Program
  | FunctionNode
  | ClassNode
  | MethodDefinition
  | PropertyDefinition
  | VariableDeclaration
  | VariableDeclarator
  | Property
  | ObjectExpression
  | ArrayExpression
  | CallExpression
  | NewExpression
  | MemberExpression
  | ImportDeclaration
  | ImportSpecifier
  | ExportNamedDeclaration
  | ExportSpecifier
  | ExportDefaultDeclaration
  | Simple
  | TypeScript;
